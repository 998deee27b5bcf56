namespace GuidanceBot.Screening;

/// <summary>The kinds of risk a finding can name. <see cref="CategoryNames"/> has their names for scripts and for people.</summary>
public enum FindingCategory
{
    /// <summary>A patient may be recognisable from an identifier.</summary>
    PatientIdentifier,

    /// <summary>Details that together may point to one person.</summary>
    PatientStoryIdentifiable,

    /// <summary>A picture or file that may show or name a patient.</summary>
    PatientImageOrFile,

    /// <summary>Contempt that could hurt a patient who reads it.</summary>
    DisparagingPatient,

    /// <summary>Harsh about a person at work or a workplace.</summary>
    DisparagingColleagueOrEmployer,

    /// <summary>Advice to one identifiable lay person.</summary>
    PersonalMedicalAdvice,

    /// <summary>Praise for something the writer may gain from, without saying so.</summary>
    UndisclosedPromotion,

    /// <summary>A health claim that needs a source.</summary>
    Misinformation,

    /// <summary>Pretending to be someone, or authority that nobody can check; never a mere pseudonym.</summary>
    AnonymityOrImpersonation,

    /// <summary>May feel threatening; includes hate against groups.</summary>
    HarassmentOrThreat,

    /// <summary>Contact with a patient beyond care.</summary>
    BoundaryViolation,

    /// <summary>Strong language. Off unless turned on.</summary>
    Profanity,

    /// <summary>The writer's own distress. Not about conduct: it opens no flag.</summary>
    Distress,
}
