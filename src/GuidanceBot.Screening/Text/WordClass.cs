namespace GuidanceBot.Screening.Text;

/// <summary>What the lexicon knows about a word, whatever its case. A word may be several things at once: may, rose, grant.</summary>
[Flags]
internal enum WordClass : ulong
{
    None = 0,

    // From the word lists.

    /// <summary>Among the most used words of English.</summary>
    Common = 1UL << 0,

    /// <summary>Any other word that most people know.</summary>
    English = 1UL << 1,

    /// <summary>A given name used by many.</summary>
    Given = 1UL << 2,

    /// <summary>A given name that is rare, or from one list only.</summary>
    RareGiven = 1UL << 3,

    /// <summary>A family name used by many.</summary>
    Family = 1UL << 4,

    /// <summary>A family name that is rare, or from one list only.</summary>
    RareFamily = 1UL << 5,

    /// <summary>A town, city or region.</summary>
    Place = 1UL << 6,

    /// <summary>A country, nationality or language.</summary>
    Country = 1UL << 7,

    // Closed classes, see Vocabulary.
    Month = 1UL << 8,
    Weekday = 1UL << 9,

    /// <summary>one, twenty, hundred, oh, double: parts of a number in words.</summary>
    NumberWord = 1UL << 10,

    /// <summary>first, twenty-first, 1st's suffix.</summary>
    OrdinalWord = 1UL << 11,

    /// <summary>Mr, Mrs, Dr, Sister: stands before a name.</summary>
    Title = 1UL << 12,

    /// <summary>Mum, son, wife, neighbour: a person by relation.</summary>
    Kin = 1UL << 13,

    /// <summary>patient, pt, client, resident: the person cared for.</summary>
    Patient = 1UL << 14,

    /// <summary>consultant, nurse, registrar: a person by work.</summary>
    Role = 1UL << 15,

    /// <summary>Street, Road, Avenue: ends or begins a street's name.</summary>
    Street = 1UL << 16,

    /// <summary>Hospital, Clinic, Infirmary: ends a named place of care.</summary>
    CarePlace = 1UL << 17,

    /// <summary>ward, bay, bed, room: a place within a hospital.</summary>
    Bed = 1UL << 18,

    /// <summary>disease, syndrome, sign, test: what an eponym stands before.</summary>
    EponymHead = 1UL << 19,

    /// <summary>A person whose name became a medical word, such as Crohn.</summary>
    Eponym = 1UL << 20,

    /// <summary>A medicine, illness, body part or other clinical word.</summary>
    Clinical = 1UL << 21,

    /// <summary>A company, product or body.</summary>
    Brand = 1UL << 22,

    /// <summary>van, de, al, bin, Mac, Ní: stands inside names.</summary>
    Particle = 1UL << 23,

    /// <summary>The words that hold sentences together: the, of, is, my.</summary>
    Function = 1UL << 24,

    /// <summary>MRN, NHS, SSN, passport: announces an identifying number.</summary>
    IdWord = 1UL << 25,

    /// <summary>phone, mobile, call, ext: announces a phone number.</summary>
    PhoneWord = 1UL << 26,

    /// <summary>mg, ml, %, years: follows a quantity.</summary>
    Unit = 1UL << 27,

    /// <summary>dob, born, admitted: announces a date of a person's life.</summary>
    DateWord = 1UL << 28,

    /// <summary>Words after which a person's name often stands: named, called, Dear, Hi.</summary>
    NameCue = 1UL << 29,

    /// <summary>Things that only people do: said, lives, called, rang.</summary>
    PersonVerb = 1UL << 30,

    /// <summary>Ends a company's name: Ltd, Inc, GmbH, Group, Trust.</summary>
    OrgTail = 1UL << 31,

    /// <summary>old, aged, yo: speaks of age.</summary>
    AgeWord = 1UL << 32,

    /// <summary>study, trial, cohort, published, conference: dates near it are nobody's.</summary>
    StudyWord = 1UL << 33,

    /// <summary>A widely known person, given or family name; the name stays an identifier but is no patient's.</summary>
    PublicFigure = 1UL << 34,

    /// <summary>In a mixed list of names and in no dictionary: weak evidence.</summary>
    ListedName = 1UL << 35,

    /// <summary>A word of a large English dictionary that few people use: jerry, randy, donna.</summary>
    RareEnglish = 1UL << 36,

    /// <summary>A given name of very many people, whatever else the word means: mark, grace, rose.</summary>
    TopGiven = 1UL << 37,

    /// <summary>Words of looking after one person: bloods, admitted, sats.</summary>
    Care = 1UL << 38,

    /// <summary>Words beside which a name is mostly a colleague's: rota, registrar, thanks.</summary>
    Colleague = 1UL << 39,

    /// <summary>Words beside which a name is mostly that of somebody public: documentary, album, paper.</summary>
    PublicWord = 1UL << 40,

    /// <summary>A city of 250,000 people or more.</summary>
    City = 1UL << 41,

    /// <summary>flat, suite, box, zip: announces a part of an address.</summary>
    AddressPart = 1UL << 42,

    /// <summary>dot, as people say it in an e-mail address.</summary>
    SpokenDot = 1UL << 43,
}
