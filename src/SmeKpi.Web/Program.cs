using SmeKpi.Web.Composition;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddSmeKpiPages();

WebApplication app = builder.Build();
app.MapSmeKpiPages();
app.Run();
