using System.Diagnostics;
using Xunit;

namespace GuidanceBot.Testing;

/// <summary>A test beside a program from npm that nobody here wrote; skipped, with the reason, where node or the package is not there.</summary>
public sealed class PeerFactAttribute : FactAttribute
{
    /// <param name="folder">A folder under tests/peers.</param>
    /// <param name="package">The package that must be installed there.</param>
    public PeerFactAttribute(string folder, string package)
    {
        if (Peers.Folder(folder) is not { } found || !Directory.Exists(Path.Combine(found, "node_modules", package)))
            Skip = $"{package} is not installed: run npm ci in tests/peers/{folder}.";
        else if (!Peers.HasNode)
            Skip = "node is not installed.";
    }
}

/// <summary>Where the programs from npm are.</summary>
public static class Peers
{
    private static readonly Lazy<bool> Node = new(() =>
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true });
            node?.WaitForExit();
            return node?.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    });

    public static bool HasNode => Node.Value;

    /// <summary>A folder under tests/peers; null where the tests run outside the source tree.</summary>
    public static string? Folder(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var peers = Path.Combine(folder.FullName, "tests", "peers", name);
            if (Directory.Exists(peers))
                return peers;
        }

        return null;
    }
}
