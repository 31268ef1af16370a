using Microsoft.AspNetCore.Components;

namespace SmeKpi.Web.Composition;

/// <summary>Makes components by their constructor without parameters, the only one that they have.</summary>
/// <remarks>The framework's own activator writes and compiles a program for each of them: dozens at the first page.</remarks>
internal sealed class PlainActivator : IComponentActivator
{
    public IComponent CreateInstance(Type componentType) => (IComponent)Activator.CreateInstance(componentType)!;
}
