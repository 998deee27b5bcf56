namespace GuidanceBot.Guidance;

/// <summary>The video the takeaways come from. The post's own advice: don't rely on the list alone, watch the video.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Link">The page it was published on; an owner can change it with <c>Guidance:VideoUrl</c>.</param>
/// <param name="Published">A few words on where and when, such as "published here in 2011".</param>
/// <param name="About">Who made it and why, in two or three sentences.</param>
public sealed record Video(string Title, Uri Link, string Published, string About);
