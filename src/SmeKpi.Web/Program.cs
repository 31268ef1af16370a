using SmeKpi.Web.Commands;

return await CommandLine.RunAsync(args);

/// <summary>The entry point; public so that tests can start the program.</summary>
public partial class Program;
