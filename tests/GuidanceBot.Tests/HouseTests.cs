using System.Xml.Linq;
using GuidanceBot.Testing;
using Xunit;

namespace GuidanceBot.Tests;

/// <summary>The plan of the house, kept: who may know whom.</summary>
public sealed class HouseTests
{
    private static readonly string Root = Repository.Root;

    private static readonly string[] Platforms = ["Discord", "Slack", "Playground"];

    private static readonly string[] Providers = ["Sqlite", "SQLite", "Npgsql", "PostgreSQL"];

    [Fact]
    public void Screening_references_no_other_project_of_ours() => Assert.Empty(References("GuidanceBot.Screening"));

    [Fact]
    public void The_core_references_screening_alone() => Assert.Equal(["GuidanceBot.Screening"], References("GuidanceBot.Core"));

    [Fact]
    public void Adapters_and_storage_reference_the_core_alone()
    {
        var others = Projects().Except(["GuidanceBot", "GuidanceBot.Core", "GuidanceBot.Screening", "GuidanceBot.Sockets"]).ToList();

        Assert.NotEmpty(others);
        Assert.All(others, name => Assert.Equal(["GuidanceBot.Core"], References(name).Except(["GuidanceBot.Sockets"])));
    }

    [Fact]
    public void Only_the_executable_sees_every_project()
    {
        var all = Projects().Except(["GuidanceBot", "GuidanceBot.Screening", "GuidanceBot.Sockets"]);

        Assert.Empty(all.Except(References("GuidanceBot")));
    }

    [Theory]
    [InlineData("GuidanceBot.Screening")]
    [InlineData("GuidanceBot.Core")]
    public void Neither_screening_nor_the_core_names_a_platform_or_a_database_provider_in_code(string project)
    {
        var words = Platforms.Concat(Providers).ToList();

        var named = Directory.EnumerateFiles(Path.Combine(Root, "src", project), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .SelectMany(f => File.ReadLines(f).Select(line => (File: f, Line: WithoutComment(line))))
            .Where(l => words.Exists(w => l.Line.Contains(w, StringComparison.Ordinal)))
            .Select(l => $"{Path.GetFileName(l.File)}: {l.Line.Trim()}");

        Assert.Empty(named);
    }

    [Fact]
    public void Every_project_keeps_a_lock_file()
    {
        var without = Directory.EnumerateFiles(Root, "*.csproj", SearchOption.AllDirectories)
            .Where(p => !File.Exists(Path.Combine(Path.GetDirectoryName(p)!, "packages.lock.json")));

        Assert.Empty(without);
    }

    private static IEnumerable<string> Projects() =>
        Directory.EnumerateDirectories(Path.Combine(Root, "src")).Where(d => Directory.EnumerateFiles(d, "*.csproj").Any()).Select(d => Path.GetFileName(d)!);

    private static IReadOnlyList<string> References(string project) =>
        [.. XDocument.Load(Path.Combine(Root, "src", project, project + ".csproj")).Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')))
            .Order(StringComparer.Ordinal)];

    private static string WithoutComment(string line)
    {
        var comment = line.IndexOf("//", StringComparison.Ordinal);
        return comment < 0 || line.Contains("http", StringComparison.Ordinal) ? line : line[..comment];
    }
}
