using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SmeKpi.Storage.SqlServer.Migrations
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
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");
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
