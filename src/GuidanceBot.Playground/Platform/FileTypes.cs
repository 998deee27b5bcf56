using Microsoft.AspNetCore.StaticFiles;

namespace GuidanceBot.Playground.Platform;

/// <summary>What kind of file a name speaks of.</summary>
internal static class FileTypes
{
    private static readonly FileExtensionContentTypeProvider Known = new() { Mappings = { [".dcm"] = "application/dicom", [".heic"] = "image/heic" } };

    public static string? Of(string name) => Known.TryGetContentType(name, out var type) ? type : null;
}
