namespace SmeKpi.Storage.Tests.Support;

public enum Provider
{
    Sqlite,
    SqlServer,
}
