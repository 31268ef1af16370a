using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmeKpi.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "computed_months",
                columns: table => new
                {
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    data_known_since_ticks = table.Column<long>(type: "INTEGER", nullable: false),
                    computed_ticks = table.Column<long>(type: "INTEGER", nullable: false),
                    policy_version = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_computed_months", x => x.month);
                });

            migrationBuilder.CreateTable(
                name: "imports",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    layout = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    byte_length = table.Column<long>(type: "INTEGER", nullable: false),
                    received_ticks = table.Column<long>(type: "INTEGER", nullable: false),
                    known_since_ticks = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    rows_read = table.Column<int>(type: "INTEGER", nullable: false),
                    stored = table.Column<int>(type: "INTEGER", nullable: false),
                    unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    publisher = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    address = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    findings_json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "meta",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meta", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "readings",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kpi = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    reading = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    region_code = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    bank_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    data_known_since_ticks = table.Column<long>(type: "INTEGER", nullable: false),
                    computed_ticks = table.Column<long>(type: "INTEGER", nullable: false),
                    policy_version = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    standing = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    payload_json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_readings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "refusals",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    at_ticks = table.Column<long>(type: "INTEGER", nullable: false),
                    findings_json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_refusals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "series",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    indicator = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    scope = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    bank_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    region_code = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_series", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    business_key = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    argument = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    lease_until_ticks = table.Column<long>(type: "INTEGER", nullable: true),
                    fencing_token = table.Column<long>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    created_ticks = table.Column<long>(type: "INTEGER", nullable: false),
                    finished_ticks = table.Column<long>(type: "INTEGER", nullable: true),
                    error = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "banks",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    known_since_ticks = table.Column<long>(type: "INTEGER", nullable: false),
                    import_id = table.Column<int>(type: "INTEGER", nullable: false),
                    name_zh = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    locally_incorporated = table.Column<bool>(type: "INTEGER", nullable: false),
                    opened_month = table.Column<int>(type: "INTEGER", nullable: true),
                    closed_month = table.Column<int>(type: "INTEGER", nullable: true),
                    successor_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    aliases_json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_banks", x => x.id);
                    table.ForeignKey(
                        name: "FK_banks_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_contents",
                columns: table => new
                {
                    import_id = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_contents", x => x.import_id);
                    table.ForeignKey(
                        name: "FK_import_contents_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_sheets",
                columns: table => new
                {
                    import_id = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<short>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_sheets", x => new { x.import_id, x.number });
                    table.ForeignKey(
                        name: "FK_import_sheets_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "regions",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    code = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    known_since_ticks = table.Column<long>(type: "INTEGER", nullable: false),
                    import_id = table.Column<int>(type: "INTEGER", nullable: false),
                    name_zh = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    parent_code = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_regions", x => x.id);
                    table.ForeignKey(
                        name: "FK_regions_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "observations",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    series_id = table.Column<int>(type: "INTEGER", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    known_since_ticks = table.Column<long>(type: "INTEGER", nullable: false),
                    import_id = table.Column<int>(type: "INTEGER", nullable: false),
                    amount_fen = table.Column<long>(type: "INTEGER", nullable: true),
                    count = table.Column<long>(type: "INTEGER", nullable: true),
                    rate_millionths = table.Column<long>(type: "INTEGER", nullable: true),
                    status = table.Column<byte>(type: "INTEGER", nullable: false),
                    synthetic = table.Column<bool>(type: "INTEGER", nullable: false),
                    sheet_number = table.Column<short>(type: "INTEGER", nullable: false),
                    cell_row = table.Column<int>(type: "INTEGER", nullable: false),
                    cell_column = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_observations", x => x.id);
                    table.CheckConstraint("CK_observations_one_number", "(amount_fen IS NULL OR (count IS NULL AND rate_millionths IS NULL)) AND (count IS NULL OR rate_millionths IS NULL)");
                    table.ForeignKey(
                        name: "FK_observations_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_observations_series_series_id",
                        column: x => x.series_id,
                        principalTable: "series",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_banks_code_known_since_ticks",
                table: "banks",
                columns: new[] { "code", "known_since_ticks" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_imports_known_since_ticks",
                table: "imports",
                column: "known_since_ticks",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_imports_sha256",
                table: "imports",
                column: "sha256",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_observations_series_id_month_known_since_ticks",
                table: "observations",
                columns: new[] { "series_id", "month", "known_since_ticks" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_readings_month_kpi_reading_region_code_bank_code_data_known_since_ticks_computed_ticks",
                table: "readings",
                columns: new[] { "month", "kpi", "reading", "region_code", "bank_code", "data_known_since_ticks", "computed_ticks" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_refusals_at_ticks",
                table: "refusals",
                column: "at_ticks");

            migrationBuilder.CreateIndex(
                name: "IX_regions_code_known_since_ticks",
                table: "regions",
                columns: new[] { "code", "known_since_ticks" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_series_indicator_scope_bank_code_region_code",
                table: "series",
                columns: new[] { "indicator", "scope", "bank_code", "region_code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_work_business_key",
                table: "work",
                column: "business_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_work_state",
                table: "work",
                column: "state");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "banks");

            migrationBuilder.DropTable(
                name: "computed_months");

            migrationBuilder.DropTable(
                name: "import_contents");

            migrationBuilder.DropTable(
                name: "import_sheets");

            migrationBuilder.DropTable(
                name: "meta");

            migrationBuilder.DropTable(
                name: "observations");

            migrationBuilder.DropTable(
                name: "readings");

            migrationBuilder.DropTable(
                name: "refusals");

            migrationBuilder.DropTable(
                name: "regions");

            migrationBuilder.DropTable(
                name: "work");

            migrationBuilder.DropTable(
                name: "series");

            migrationBuilder.DropTable(
                name: "imports");
        }
    }
}
