using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace SmeKpi.Storage;

/// <summary>The model that compile-model wrote down for a provider, so that no start has to build it.</summary>
public static class CompiledModel
{
    /// <param name="provider">The assembly of the provider.</param>
    /// <remarks>
    /// Found by the attribute that is generated with the model: without the model, as while compile-model writes a new
    /// one, the provider still compiles and builds its model at run time.
    /// </remarks>
    public static DbContextOptionsBuilder UseModelOf(this DbContextOptionsBuilder options, Assembly provider) =>
        provider.GetCustomAttribute<DbContextModelAttribute>() is { ModelType: var type }
            ? options.UseModel((IModel)type.GetProperty("Instance")!.GetValue(null)!)
            : options;
}
