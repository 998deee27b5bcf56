using Xunit;

namespace GuidanceBot.Testing;

/// <summary>The folder of data and facts that may lie beside the project.</summary>
public static class Shared
{
    /// <summary>Its place, present or not.</summary>
    public static string Root { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(Repository.Root, "..", "shared"));

    /// <summary>A file in it, such as <c>data/ask_dev.jsonl</c>.</summary>
    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    /// <summary>Why a test that needs <paramref name="relative"/> skips; null when it is there.</summary>
    internal static string? Missing(string? relative) =>
        Directory.Exists(Root) && (relative is null || File.Exists(Path(relative)))
            ? null
            : $"Needs ../shared{(relative is null ? "" : "/" + relative)} beside the project, which is not here.";
}

/// <summary>A test on data that lies beside the project; it skips, and says so, where the data is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string? needs = null) => Skip = Shared.Missing(needs);
}
