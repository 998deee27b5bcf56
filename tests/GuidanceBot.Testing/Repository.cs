namespace GuidanceBot.Testing;

/// <summary>Where the project's own files lie.</summary>
public static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GuidanceBot.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not stand in the project's folder.");
    }
}
