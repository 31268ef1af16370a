global using SmeKpi.Storage.Tests.Support;
