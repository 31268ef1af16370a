using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmeKpi.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WaitingFilings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "indicators_json",
                table: "submissions",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "indicators_json",
                table: "submissions");
        }
    }
}
