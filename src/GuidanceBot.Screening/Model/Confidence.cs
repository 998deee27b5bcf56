namespace GuidanceBot.Screening.Model;

/// <summary>How sure the model is, on the scale that rules use: 0.6 is what a finding needs at normal sensitivity.</summary>
internal static class Confidence
{
    private const double AtThreshold = 0.6;

    /// <summary>The score, 0 to 0.99, of a sum that far above its category's threshold.</summary>
    public static double Of(float above) => Math.Min(0.99, 1 / (1 + ((1 - AtThreshold) / AtThreshold * Math.Exp(-above))));

    /// <summary>The score that a finding must reach.</summary>
    public static double Needed(Sensitivity sensitivity) => sensitivity switch
    {
        Sensitivity.Low => 0.8,
        Sensitivity.High => 0.45,
        _ => AtThreshold,
    };
}
