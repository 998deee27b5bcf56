using System.Globalization;
using System.Security.Cryptography;

namespace GuidanceBot.Hosting;

/// <summary>The data folder while one <c>serve</c> holds it. A second one is refused with the first's process id.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _held;

    private DataFolder(FileStream held) => _held = held;

    /// <summary>Takes the folder, making it where it is not there.</summary>
    /// <exception cref="StartRefused">Another process holds it, or it cannot be written.</exception>
    public static DataFolder Take(Folders folders)
    {
        try
        {
            Directory.CreateDirectory(folders.Data);
            Directory.CreateDirectory(folders.Keys);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(folders.Keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefused($"The data folder {folders.Data} cannot be written ({e.Message.TrimEnd('.')}). Give another with --data DIR.");
        }

        // The lock goes with the process, however it ends; the id beside it is for the sentence only.
        var pid = Path.Combine(folders.Data, "serve.pid");
        try
        {
            var held = new FileStream(Path.Combine(folders.Data, "serve.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(pid, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new DataFolder(held);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StartRefused($"The data folder {folders.Data} cannot be written ({e.Message.TrimEnd('.')}). Give another with --data DIR.");
        }
        catch (IOException e) when (File.Exists(pid) && IsHeld(e))
        {
            throw new StartRefused($"Process {File.ReadAllText(pid).Trim()} already serves from {folders.Data}. Stop it, or give another folder with --data DIR.");
        }
        catch (IOException e)
        {
            throw new StartRefused($"The data folder {folders.Data} cannot be used ({e.Message.TrimEnd('.')}). Free some space, or give another with --data DIR.");
        }
    }

    /// <summary>The key of this installation's fingerprints, made at the first start. Without it no fingerprint can be matched to a text.</summary>
    public static byte[] FingerprintKey(Folders folders)
    {
        var path = Path.Combine(folders.Keys, "fingerprint.key");
        if (File.Exists(path) && File.ReadAllBytes(path) is { Length: 32 } known)
            return known;

        var key = RandomNumberGenerator.GetBytes(32);
        var draft = path + ".new";
        File.WriteAllBytes(draft, key);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(draft, path, overwrite: true);
        return key;
    }

    /// <inheritdoc/>
    public void Dispose() => _held.Dispose();

    // EWOULDBLOCK (11 on Linux, 35 on macOS) or a sharing violation: somebody else holds the lock.
    private static bool IsHeld(IOException e) => (e.HResult & 0xFFFF) is 11 or 32 or 35;
}
