namespace GuidanceBot.Screening.Model;

/// <summary>How sure the model is, on the scale that rules use: 0.6 is what a finding needs at normal sensitivity.</summary>
internal static class Confidence
{
    private const double AtThreshold = 0.6;

    /// <summary>The score, 0 to 0.99, of a sum that far above its category's threshold.</summary>
    public static double Of(float above) => Math.Min(0.99, 1 / (1 + ((1 - AtThreshold) / AtThreshold * Math.Exp(-above))));

    /// <summary>How far above its category's threshold a sum must be: where the scores 0.8, 0.45 and 0.6 are reached.</summary>
    public static float Needed(Sensitivity sensitivity) => sensitivity switch
    {
        Sensitivity.Low => 0.981f,
        Sensitivity.High => -0.606f,
        _ => 0,
    };
}
