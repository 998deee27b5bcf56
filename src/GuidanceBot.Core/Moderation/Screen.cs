using GuidanceBot.Screening;

namespace GuidanceBot.Moderation;

/// <summary>Examines a message: <see cref="Screener.Examine"/>, or what a test has written in its place.</summary>
internal delegate ScreenResult Screen(string text, IReadOnlyList<AttachmentInfo> attachments, ScreenOptions options);
