namespace Indenture.Documents;

/// <summary>What the reader finds wrong with contracts, guarantees and their words.</summary>
public static partial class FindingCodes
{
    // Sums and dates of contracts

    public static readonly FindingCode ConsolidatedSum = new("CONSOLIDATED-SUM", Severity.Error,
        "The tranches that a document names do not add up to the principal amount of the consolidated series that it states.", "Notes of Yen 50,000,000,000 and of Yen 20,000,000,000 \"with a combined aggregate principal amount of Yen 75,000,000,000\".",
        "Settle with the figure that the agreements of sale support.");

    public static readonly FindingCode MaturityDiffers = new("MATURITY-DIFFERS", Severity.Error,
        "The cover of a document gives another year of maturity than its text.", "A cover on \"2% Notes due 2024\" over a text on \"2% Notes due October 2025\".",
        "Settle with the year that the conditions of the notes state.");

    public static readonly FindingCode TrancheUndated = new("TRANCHE-UNDATED", Severity.Warning,
        "Notes are to be issued and no date of issue is given for them; the date of the agreement is not borrowed.", "\"has agreed to issue an additional Yen 25,000,000,000\" with the date of the agreement alone.",
        "Supply the date of issue and the first day that earns interest.", Act.Interest);

    public static readonly FindingCode FormBlanks = new("FORM-BLANKS", Severity.Warning,
        "A contract is a form: dates, amounts or rates in it are blank. Nothing is computed from it and nothing is taken as agreed.", "\"dated as of        , 20 \", \"the redemption price of $ per Security\".",
        "Give the executed document; until then every blank is unknown.", Act.Guarantee);


    // Days

    public static readonly FindingCode BusinessDayUndefined = new("BUSINESS-DAY-UNDEFINED", Severity.Warning,
        "A contract counts Business Days where no definition of its own reaches: it has none, or has one for another clause only.", "\"On the first Business Day after the Record Date\" in clause 7 where \"Business Day\" is defined for the purposes of clause 4.",
        "Supply the cities; the nearest definition is only a likely one.", Act.Payment);

    public static readonly FindingCode DayNameMisleads = new("DAY-NAME-MISLEADS", Severity.Warning,
        "A day is called by one city and defined by others besides.", "\"'London business day' shall mean any day on which banks settle payments in New York City, Tokyo and London\".",
        "The definition is used, not the name; other documents' days of that name are other days.", Act.Payment);

    public static readonly FindingCode FundingAfterDue = new("FUNDING-AFTER-DUE", Severity.Warning,
        "The issuer may bring the money on the next business day, but the agent is to pay on the due date.", "Funds \"on the next succeeding Business Day\", and payment \"on the due date for payment\".",
        "Nothing is paid before the money is there unless the agent advances its own.", Act.Payment);

    public static readonly FindingCode DeadlineOfTheYear = new("DEADLINE-OF-THE-YEAR", Severity.Info,
        "A deadline counted in calendar days from a fixed day of the year falls on a Saturday or Sunday in some years, and nothing moves it.", "\"Within 60 days after May 15 of each year\".",
        "Act on the business day before.");

    public static readonly FindingCode BoundaryOpen = new("BOUNDARY-OPEN", Severity.Info,
        "A number of days before or after a day is given, and it is not said whether the last of them counts.", "\"within 30 days before or after any due date\".",
        "The days at the ends are counted.");

    public static readonly FindingCode ClockConflict = new("CLOCK-CONFLICT", Severity.Warning,
        "Days run from an event, and the duty arises only for one who knows of it: knowledge may come when the days are over.", "\"within 90 days after the occurrence of an Event of Default, … actually known to a Responsible Officer\".",
        "Act at once on knowledge, and within the days where they are not over.");

    public static readonly FindingCode LastDayDemand = new("LAST-DAY-DEMAND", Severity.Warning,
        "A demand is due on the very day on which payment may still be made.", "A demand \"on such final maturity date\" for what is due on that date.",
        "Prepare it, and send it when the day of payment has ended.", Act.Guarantee);

    public static readonly FindingCode DateGap = new("DATE-GAP", Severity.Warning,
        "Two rules follow each other in time and leave a time between them to neither.", "(a) after the date of demand but before the date of the first payment; (b) after the first payment.",
        "What arrives in the gap is held, and a person decides.");

    public static readonly FindingCode GuaranteeEnd = new("GUARANTEE-ENDS-AT-MATURITY", Severity.Warning,
        "A guarantee expires on the maturity date, the day on which the principal falls due.", "\"The expiration date … is the earlier of the maturity date of this debt or June 30, 2012\".",
        "The expiry bars what falls due later, not a claim for what is due by then.", Act.Guarantee);

    public static readonly FindingCode CurePeriodMissing = new("CURE-PERIOD-MISSING", Severity.Warning,
        "A date depends on a cure period that no document at hand gives.", "\"on the date that the applicable cure period ends\".",
        "Supply the period from the indenture; no usual one is taken.", Act.Guarantee);

    public static readonly FindingCode SoftTimes = new("SOFT-TIMES", Severity.Info,
        "Duties are to be done promptly, immediately or forthwith, without a number of days.", "\"shall promptly notify\".",
        "A reminder, never a default by lapse of time.");


    // Money

    public static readonly FindingCode PayerSeveral = new("PAYER-SEVERAL", Severity.Warning,
        "More than one agent is told to make the payments.", "\"the Fiscal Agent will make payment\", \"The Paying Agent shall … make U.S. Dollar Payments\", \"the Exchange Agent shall wire payment\".",
        "Name one executor for each payment; a second order for the same payment is refused.", Act.Payment);

    public static readonly FindingCode ElectionChannels = new("ELECTION-CHANNELS", Severity.Warning,
        "Elections of a currency are to be told to two different agents.", "\"DTC has advised the Fiscal Agent\" and \"The Exchange Agent shall be advised by Cede & Co.\".",
        "Either is taken, both are compared, and a difference stops the payment.", Act.Payment);

    public static readonly FindingCode DealtRateDiffers = new("DEALT-RATE-DIFFERS", Severity.Warning,
        "Currency is bought at or before a time, and paid out at the rate of that time: nobody is given the difference.", "A contract \"at or prior to 11:00 a.m.\", payment at the rate \"prevailing as at 11:00 a.m.\".",
        "Holders are paid at the rate of the time; the difference goes to an account of exceptions.");

    public static readonly FindingCode CostTwice = new("COST-TWICE", Severity.Warning,
        "Costs of an exchange are taken off in two clauses.", "\"after deduction of any costs\" and \"less any costs incurred\".",
        "They are taken off once.");

    public static readonly FindingCode CancelUnpaid = new("CANCEL-UNPAID", Severity.Warning,
        "Notes whose maturity was accelerated may be cancelled, and nothing says that they must have been paid.", "\"cancel any Notes … whose maturity has been accelerated\".",
        "A cancellation of unpaid notes waits for a person.", Act.Payment);

    public static readonly FindingCode CancelIdentity = new("CANCEL-IDENTITY", Severity.Info,
        "What was issued is to equal what is outstanding and what was cancelled: notes redeemed and paid are left out.", "\"cancelled … together with … outstanding … shall equal … originally issued\".",
        "Notes redeemed and paid are a term of their own.");

    public static readonly FindingCode Segregation = new("FUNDS-SEGREGATION", Severity.Info,
        "Money need not be kept apart, and is held exclusively for the holders.", "\"need not be segregated\" and \"held exclusively for the benefit of … the Noteholders\".",
        "It is earmarked in the books.");

    public static readonly FindingCode LateInterest = new("LATE-INTEREST", Severity.Warning,
        "Interest runs until the principal is paid, and no interest accrues after the due date.", "\"until the principal hereof is paid or made available\" and \"No interest will accrue … from and after the due date\".",
        "Nothing accrues after the due date; a late payment goes to a person.");

    public static readonly FindingCode LastPeriodRules = new("LAST-PERIOD-RULES", Severity.Warning,
        "The last interest payment date is the maturity, it is not open, and the rule for interest dates moves the accrual while the rule for the maturity does not.", "Notes due on a Sunday whose periods run to the moved date.",
        "The rule for the maturity is taken: no interest for the delay.", Act.Interest);

    public static readonly FindingCode PeriodUndefined = new("INTEREST-PERIOD-UNDEFINED", Severity.Info,
        "Interest dates themselves move, and no interest period is defined: the words do not say whether the amount changes.", "\"such Interest Payment Date … will be the next succeeding Business Day\" in a note at a fixed rate.",
        "The amount of a full period is unchanged.");

    public static readonly FindingCode RoundingLevel = new("ROUNDING-LEVEL-SILENT", Severity.Info,
        "A rule of rounding does not say what is rounded: the series, the global note, a holding or a thousand.", "\"amounts will be rounded to the nearest cent\".",
        "The amount of the registered note is rounded; an amount split further needs a stated level.");

    public static readonly FindingCode AverageUnrounded = new("AVERAGE-UNROUNDED", Severity.Info,
        "A mean of quotations is the rate, and no rounding of it is given.", "\"the arithmetic average of the quotations provided\".",
        "It is carried as an exact fraction.");

    public static readonly FindingCode FallbackFirstPeriod = new("FALLBACK-FIRST-PERIOD", Severity.Warning,
        "The last fallback is the rate of the current period, which has no value for the first.", "\"will be set equal to the rate of LIBOR for the current Interest Period\".",
        "Where every step fails for the first period, a person decides.");

    public static readonly FindingCode BenchmarkEnd = new("BENCHMARK-END", Severity.Info,
        "A replaced screen is provided for, and not the end of the rate itself.", "\"the replacing service or such other service\".",
        "No other rate is put in its place without a document or a law.");

    public static readonly FindingCode PriceWithAccrued = new("PRICE-WITH-ACCRUED", Severity.Info,
        "A redemption price is defined with the accrued distributions in it: adding them again pays them twice.", "\"$ per Security, plus all accrued and unpaid Distributions … (the 'Redemption Price')\".",
        "They are paid once.");

    public static readonly FindingCode UnconditionalCapped = new("UNCONDITIONAL-BUT-CAPPED", Severity.Info,
        "A guarantee is absolute and unconditional, and limited to what the issuer has.", "\"absolute and unconditional\", \"to the extent the Issuer has funds available\".",
        "An issuer without funds makes the guaranteed sum zero, not a default.");

    public static readonly FindingCode CurrencyUnstated = new("CURRENCY-UNSTATED", Severity.Info,
        "A document that prints US$ gives one amount with a bare $.", "\"a consideration of not less than $200,000\" in an offer of US$100,000,000.",
        "It is not taken as either dollar.");


    public static readonly FindingCode ExchangeBeforeFunds = new("EXCHANGE-BEFORE-FUNDS", Severity.Warning,
        "Currency is bought before the money that pays for it is due.", "A contract on the second business day before, funds on the payment date.",
        "No contract without the issuer's confirmation unless a person says so.", Act.Payment);

    public static readonly FindingCode CreditWithoutDebtor = new("CREDIT-WITHOUT-DEBTOR", Severity.Info,
        "An agent accepts money that nobody is told to send it.", "\"accept Yen by remittance to an account maintained by the Exchange Agent\".",
        "It is moved between the agents' accounts, and said so.");

    public static readonly FindingCode PartialElection = new("PARTIAL-ELECTION", Severity.Warning,
        "Elections may be for a part of a payment, and what is exchanged is counted by holders who have made none.", "\"all or a portion of its payment\", \"that have not elected\".",
        "What is left after the elections is exchanged.", Act.Payment);

    public static readonly FindingCode CostsByHolding = new("COSTS-BY-HOLDING", Severity.Info,
        "Costs of an exchange are shared by holdings, whatever part of them is exchanged.", "\"pro rata among holders … in proportion of their respective holdings\".",
        "As written; the other share is shown beside it.");

    public static readonly FindingCode TwoTriggers = new("TWO-TRIGGERS", Severity.Info,
        "One task has two triggers.", "\"effect any publication of notices\", \"at the request and expense of the Issuer\".",
        "It is opened by the first; without a request it is asked who pays.");

    public static readonly FindingCode SuccessorOpen = new("SUCCESSOR-OPEN", Severity.Warning,
        "No agent leaves before a successor is appointed as provided, and for most agents nothing is provided.", "\"appointed by the Issuer as hereinafter provided\", and a power for the Fiscal Agent alone.",
        "The issuer is warned before the notice expires; nobody leaves by itself.");

    public static readonly FindingCode IndemnityAsymmetry = new("INDEMNITY-ASYMMETRY", Severity.Info,
        "The indemnities of the two sides do not match.", "Fault of the issuer needed; no consequential loss of the agents.",
        "Two rules are kept.");

    // Parties and offices

    public static readonly FindingCode AgentOmitted = new("AGENT-OMITTED", Severity.Warning,
        "The definition of the agents leaves out one that is appointed: what is said of agents does not reach it by its words.", "Five offices, and \"'Agents' means any of\" four of them.",
        "Record whether it is an agent wherever agents are spoken of.");

    public static readonly FindingCode AgentWithoutAddress = new("AGENT-WITHOUT-ADDRESS", Severity.Warning,
        "Notices go to the addresses of a list, and an agent has none in it.", "A transfer agent, and notices \"(a) If to the Issuer\", \"(b) If to the Fiscal Agent\" alone.",
        "Use the address of the same company in another office; the trustee's must be supplied.");

    public static readonly FindingCode PhoneMalformed = new("PHONE-MALFORMED", Severity.Info,
        "A telephone number has a country's code and the zero of a call inside the country.", "\"44-020-7946-0000\".",
        "It is kept as printed.");

    public static readonly FindingCode FaxMissing = new("FAX-MISSING", Severity.Info,
        "Notices may be telecopied, and no number is given.", "\"delivered, telecopied or mailed\", with addresses alone.",
        "Another way of notice is used.");

    public static readonly FindingCode NoticeChannel = new("NOTICE-CHANNEL", Severity.Warning,
        "Notices must be sent in one way and are deemed given in another.", "\"mailed by registered or certified mail\", and given when \"mailed by first class mail\".",
        "Registered or certified mail is used; first class only where a section orders it.");

    public static readonly FindingCode NoticeReceipt = new("NOTICE-RECEIPT-OPEN", Severity.Info,
        "Notices are given when received, and no hours or zone are named.", "\"deemed to have been given when received\".",
        "The day is that of the recipient's city.");

    public static readonly FindingCode CounterpartsFewer = new("COUNTERPARTS-FEWER", Severity.Info,
        "An agreement is signed in fewer counterparts than it has parties.", "Three parties, \"may be signed in two counterparts\".",
        "Any number that holds all signatures is taken.");

    public static readonly FindingCode ActorMissing = new("ACTOR-MISSING", Severity.Info,
        "Something is to be done, and nobody is named to do it.", "\"The Example Stock Exchange shall be notified of the interest rate\".",
        "The agent that has the facts is asked to.");

    public static readonly FindingCode RemovalGap = new("REMOVAL-GAP", Severity.Warning,
        "While an event of default continues the guarantor may not remove the trustee, and nobody else may.", "\"removed without cause at any time by the Guarantor except if an Event of Default\".",
        "A court, or an amendment.");

    public static readonly FindingCode IneligibleInOffice = new("INELIGIBLE-IN-OFFICE", Severity.Warning,
        "A trustee that may not act must resign at once, and its resignation has no effect until a successor accepts.", "\"shall immediately resign\", \"resignation shall not take effect until\".",
        "It is a breach in progress, not a vacancy.");

    public static readonly FindingCode OfficeEnd = new("OFFICE-END-CONFLICT", Severity.Info,
        "An office ends when a successor is appointed in one sentence, and when it accepts in another.", "\"shall hold office until a Successor Trustee shall have been appointed\", \"appointed and has accepted such appointment\".",
        "The acceptance ends it.");

    public static readonly FindingCode IndemnityStandards = new("INDEMNITY-STANDARDS", Severity.Info,
        "A trustee answers for one standard of fault and loses its indemnity by another.", "\"negligence or willful misconduct\" and \"without negligence or bad faith\".",
        "What falls between goes to a person.");

    public static readonly FindingCode FeesUnset = new("FEES-UNSET", Severity.Info,
        "Sums accrued and owing to a trustee are to be paid, and no clause says what it earns.", "\"all amounts accrued and owing to such Trustee\".",
        "Supply the agreement on fees.");

    public static readonly FindingCode UnderwriterAffiliated = new("UNDERWRITER-AFFILIATED", Severity.Info,
        "An underwriter bears the issuer's name.", "\"Example Holdings, Inc.\" and \"Example Securities LLC\".",
        "Rules on conflicts of interest may apply; they stand outside the documents.");

    public static readonly FindingCode SoleUnderwriter = new("SOLE-UNDERWRITER-REMNANTS", Severity.Info,
        "An agreement has one underwriter and speaks of it as one of several.", "\"from or through that Underwriter\" with one row in the annex.",
        "Read of the one.");

    public static readonly FindingCode AcceptanceUnevidenced = new("ACCEPTANCE-UNEVIDENCED", Severity.Info,
        "An offer is accepted in time or not at all, and the acceptance bears no date or hour.", "\"ACCEPTED:\" over a name.",
        "Record when it was received.");


    // Guarantees and events of default

    public static readonly FindingCode DefaultNoGrace = new("DEFAULT-NO-GRACE", Severity.Warning,
        "Any default on any obligation is an event of default at once.", "\"'Event of Default' means a default by the Guarantor on any of its payment or other obligations\".",
        "A person confirms it; no cure period is invented.");

    public static readonly FindingCode LimbScope = new("LIMB-SCOPE-OPEN", Severity.Info,
        "It is open whether words at the end of a list govern all of it.", "\"an Event of Default or a Default under the Declaration\".",
        "A person decides before anything is blocked.");

    public static readonly FindingCode WaiverWording = new("WAIVER-WORDING", Severity.Info,
        "A waived event of default ends, and events of default arising from it are cured: a default is meant in one of the two places.", "\"such Event of Default shall cease to exist, and any Event of Default arising therefrom\".",
        "Read of the default.");

    public static readonly FindingCode NoticeWithholding = new("NOTICE-WITHHOLDING", Severity.Warning,
        "A trustee may keep notice of any default back, and failures to pay are not excepted.", "\"shall be protected in withholding such notice\".",
        "Notice of a missed payment is never withheld.");

    public static readonly FindingCode CuredOnly = new("CURED-ONLY", Severity.Info,
        "A duty ends when a default is cured; elsewhere the document says cured or waived.", "\"unless such defaults have been cured\", \"not been cured or waived\".",
        "A waiver ends it too.");

    public static readonly FindingCode WrongDocument = new("WRONG-DOCUMENT", Severity.Info,
        "An officer is described by the administration of another document than this.", "\"an officer charged with the administration of the Declaration\" in a guarantee.",
        "Either is taken.");

    public static readonly FindingCode MajorityBase = new("MAJORITY-BASE", Severity.Warning,
        "Votes of the guarantor's own are left out of what is counted for, and not of what it is counted against.", "\"Holder\" without affiliates, \"more than 50% of … all Securities\".",
        "Both figures are shown; both sides without them is taken.");

    public static readonly FindingCode TermVariants = new("TERM-VARIANTS", Severity.Info,
        "A term is defined in words in which it is never used; others like them are.", "\"Majority in amount of the Securities\" defined, \"Majority in amount of the Capital Securities\" used.",
        "They are read as one term.");

    public static readonly FindingCode SubrogationTime = new("SUBROGATION-TIME", Severity.Info,
        "A claim is barred if anything was unpaid when its payment was made, not when it is enforced.", "\"if, at the time of any such payment, any amounts are due and unpaid\".",
        "It is open again when nothing is unpaid.");

    public static readonly FindingCode Reinstated = new("REINSTATEMENT-OPEN", Severity.Info,
        "A guarantee that has ended comes back if a payment must be restored, without a limit of time.", "\"will continue to be effective or will be reinstated\".",
        "It is never removed.");

    public static readonly FindingCode OptedOut = new("OPTED-OUT-NO-DEMAND", Severity.Warning,
        "Holders may decline to be represented, and the demand is made only for those who are.", "\"may elect not to be represented\", \"on behalf of all holders … that are represented\".",
        "They are told; their notes are left out of the demand.", Act.Guarantee);

    public static readonly FindingCode SubrogationScope = new("SUBROGATION-SCOPE", Severity.Warning,
        "A guarantor steps into the claim for what it paid, and is assigned all payments.", "\"in respect of any amounts paid\" and \"its right to receive any and all payments\".",
        "Both amounts are kept; a person decides.", Act.Guarantee);

    public static readonly FindingCode AssignmentScope = new("ASSIGNMENT-SCOPE", Severity.Warning,
        "An agreement gives power to assign a right to payments; the form assigns all rights, title and interest.", "\"its right to receive any and all payments\" against \"all of the Assignor's respective rights, title and interest\".",
        "The power is kept to; the form waits for a person.", Act.Guarantee);

    public static readonly FindingCode AccelerationCertificate = new("ACCELERATION-CERTIFICATE", Severity.Warning,
        "Notes may be accelerated until the guarantor pays, but the form that is signed then says that they were not.", "\"no acceleration … at any time that the Fund is making\" payments; \"has not … accelerated the maturity of the Note\".",
        "Warn before any acceleration.", Act.Guarantee);

    public static readonly FindingCode DirectPayment = new("DIRECT-PAYMENT", Severity.Info,
        "A guarantor may pay holders directly, and the assignment follows only from a payment to their representative.", "\"paid to the holders, or for the benefit of the holders\", \"guarantee payments to the Representative\".",
        "A direct payment gives subrogation only.");

    public static readonly FindingCode ModalVerbs = new("MODAL-VERBS", Severity.Info,
        "One limb authorises what the other obliges.", "\"hereby authorize the Representative\", \"such holder shall execute an assignment\".",
        "A warning for the first, a breach for the second.");

    public static readonly FindingCode DoubleVote = new("DOUBLE-VOTE", Severity.Info,
        "One who takes an assignment is deemed a holder, and it is not said that the old holder is one no more.", "\"shall be deemed a holder under the Indenture\".",
        "One vote for each dollar.");

    public static readonly FindingCode ConsentLists = new("CONSENT-LISTS-DIFFER", Severity.Warning,
        "Two documents of one deal ask for the same consent to different acts.", "\"amend, modify or waive\" in one, \"amend, modify, supplement or waive\" in the other.",
        "Consent is asked for whatever is in either.");

    public static readonly FindingCode ExchangeScope = new("EXCHANGE-SCOPE", Severity.Info,
        "A note is exchangeable in the cases of the note and the indenture in one sentence, and only in those of the note in another.", "\"described herein and in the Indenture\", \"only in the limited circumstances hereinafter described\".",
        "The note's cases; for another a person is asked.");

    public static readonly FindingCode AlternativeParagraphs = new("ALTERNATIVE-PARAGRAPHS", Severity.Info,
        "A form holds paragraphs of which one is to stand, and instructions that are not to be printed.", "\"[Instructions to the Assignor: If …, such Assignor must include the following]\" before two paragraphs 2.",
        "Choose one; where neither fits, a person writes it.");

    public static readonly FindingCode FootnoteInTitle = new("FOOTNOTE-IN-TITLE", Severity.Info,
        "A title ends in the mark of a footnote.", "\"FORM OF ASSIGNMENT 1\".",
        "The mark is no part of the title.");

    public static readonly FindingCode OwnAccount = new("OWN-ACCOUNT", Severity.Info,
        "Buyers who act for others are permitted, and all must buy for themselves.", "\"portfolio management for the account of third parties … investing for their own account\".",
        "A person decides who may buy.");

    public static readonly FindingCode CountScope = new("COUNT-SCOPE", Severity.Info,
        "A number of persons is a limit, and it is not said whether for one offer, one agreement or the series.", "\"to fewer than 100 natural or legal persons\".",
        "One count for the series.");

    public static readonly FindingCode RepAsymmetry = new("REP-ASYMMETRY", Severity.Info,
        "Two agreements on notes of one series do not represent the same.", "A representation by reference to a rule in the second agreement, and none in the first.",
        "Representations are kept by agreement.");


    // Terms and words

    public static readonly FindingCode TermUndefined = new("TERM-UNDEFINED", Severity.Warning,
        "A term is used in capitals, and neither this document nor one that it takes its terms from defines it.", "\"the Company's capital\" in a guarantee of a Guarantor.",
        "Read it of the party that is meant, and have it confirmed.");

    public static readonly FindingCode TermUnused = new("DEFINED-TERM-UNUSED", Severity.Info,
        "A term is defined and never used.", "\"'Common Securities' means …\", and no other word of them.",
        "None; a remnant of another text.");

    public static readonly FindingCode TermCase = new("TERM-CASE", Severity.Info,
        "A defined day, date or default is named in small letters too, which may mean another one.", "\"(a 'Payment Default')\", and \"such payment default\".",
        "They are kept apart.");

    public static readonly FindingCode TermCollision = new("TERM-COLLISION", Severity.Info,
        "The words of a defined term stand in small letters for something else.", "\"(together, 'Relevant Persons')\", and \"a relevant person\" of a statute.",
        "They are kept apart.");

    public static readonly FindingCode TermSeveralSources = new("TERM-SEVERAL-SOURCES", Severity.Info,
        "One term stands for what several documents contain, and it is not said which governs.", "\"'Conditions' means the terms as contained in the Notes, in the Supplements, and in the Indenture\".",
        "A difference between them is a conflict for a person.");

    public static readonly FindingCode TermElsewhere = new("TERM-DEFINED-ELSEWHERE", Severity.Info,
        "Terms are defined by reference to another document.", "\"(as defined in the Declaration)\".",
        "Give the document.");

    public static readonly FindingCode TermScope = new("TERM-SCOPE", Severity.Info,
        "One term means different things in different documents at hand.", "An \"Indenture\" of 1987 in one document, of 2004 in another.",
        "Terms are kept by document.");

    public static readonly FindingCode FallbackTwice = new("FALLBACK-TWICE", Severity.Info,
        "Two sentences send undefined terms to different documents or in a different order.", "\"assigned thereto in the Underwriting Agreement and the Conditions\", \"in the Underwriting Agreement or the Conditions\".",
        "Searched in the order of the first.");

    public static readonly FindingCode LabelsReversed = new("LABELS-REVERSED", Severity.Info,
        "Names are given respectively, and stand in the other order than what they name.", "\"(i) the X Note and (ii) the Y Note (the 'Y Note' and the 'X Note', respectively)\".",
        "Each name is bound to the words that it shares.");

    public static readonly FindingCode AbbreviationVariants = new("ABBREVIATION-VARIANTS", Severity.Info,
        "One thing has two short names in two documents.", "\"Help Programme ('HP')\" in one, \"Help Programme ('Help P')\" in the other.",
        "They are one.");

    public static readonly FindingCode SelfNameDrift = new("SELF-NAME-DRIFT", Severity.Info,
        "A document gives itself a name and calls itself otherwise.", "\"(the 'Guarantee Deed')\", and \"this Agreement\".",
        "They are one.");

    public static readonly FindingCode QuoteUnclosed = new("QUOTE-UNCLOSED", Severity.Info,
        "A quotation is opened and not closed, or closed where it should open.", "\"(the “ Company )\".",
        "Read to the bracket.");

    public static readonly FindingCode BracketUnclosed = new("BRACKET-UNCLOSED", Severity.Info,
        "A bracket is opened and not closed.", "\"(for the purposes of this Clause, Business Day shall mean …\".",
        "It is taken to end with its sentence.");

    public static readonly FindingCode WordingSlip = new("WORDING-SLIP", Severity.Info,
        "Words are missing, doubled or wrong, and the sense is plain.", "\"described under above\".",
        "Read as meant; the words are kept.");

    public static readonly FindingCode NoAntecedent = new("NO-ANTECEDENT", Severity.Info,
        "Words point back to something that was not said.", "\"as of such date\" where no date stands before.",
        "A person says what is meant.");

    public static readonly FindingCode PagesInText = new("PAGES-IN-TEXT", Severity.Info,
        "The numbers of the pages stand inside the sentences of a text in one line.", "\"the Fiscal Agent 4 shall\".",
        "They are left out of what is read, and kept in the spans.");


    // References and structure

    public static readonly FindingCode XrefDangling = new("XREF-DANGLING", Severity.Warning,
        "A reference leads to a section that the document does not have.", "\"as provided in Section 9.9\" in a document whose last is 9.5.",
        "Find out which is meant.");

    public static readonly FindingCode TocMismatch = new("TOC-MISMATCH", Severity.Info,
        "The table of contents and the body differ in a heading.", "\"6.2 Ranking\" in the contents, \"6.2 Subordination\" in the body.",
        "The body governs.");

    public static readonly FindingCode AttachmentMissing = new("ATTACHMENT-MISSING", Severity.Warning,
        "A schedule, annex or exhibit is said to be attached and is not in the file.", "\"in the form of Schedule 1 attached hereto\".",
        "Give it.");

    public static readonly FindingCode NamedNotAtHand = new("NAMED-NOT-AT-HAND", Severity.Info,
        "A contract names other documents that are not at hand.", "\"the Master Agreement dated December 1, 2008\".",
        "Give them where a fact is left to them.");

    public static readonly FindingCode PriorUnnamed = new("PRIOR-UNNAMED", Severity.Warning,
        "An agreement is amended and restated, and the one that it restates is not named.", "\"THIS AMENDED AND RESTATED AGREEMENT is made\" and no earlier date.",
        "This text governs from its date; give the earlier one.");

    public static readonly FindingCode PriorityUnstated = new("PRIORITY-UNSTATED", Severity.Info,
        "Two documents each govern over this one, and neither is ranked over the other.", "The Indenture over the Agreement and the Act over the Agreement.",
        "The missing order stays missing.");

    public static readonly FindingCode StaticReference = new("STATIC-REFERENCE", Severity.Info,
        "A document is taken as amended to date: what comes later is not meant.", "\"the Indenture … as amended and supplemented to date\".",
        "Later supplements are not applied to what this document governs.");

    public static readonly FindingCode EditLineShift = new("EDIT-LINE-SHIFT", Severity.Warning,
        "Two edits name lines of one paragraph: the first moves the second's words.", "\"in the fourth line of the third paragraph\", \"in the fourteenth line of the third paragraph\".",
        "All places are found in the unedited text, then all are changed at once.");

    public static readonly FindingCode EditOverlap = new("EDIT-OVERLAP", Severity.Warning,
        "The words that one edit deletes stand inside those of another: a search through the whole document changes the wrong place.", "Delete \"such statement\" in one section, \"in any part of such statement\" in another.",
        "Each is applied only in its own place.");

    public static readonly FindingCode EditScope = new("EDIT-SCOPE", Severity.Warning,
        "All references to a name are changed, and the title of the edited document holds that name.", "\"all references to Old Corp. shall refer to New Corp.\" in a document entitled \"Old Corp. Provisions\".",
        "Titles and citations are left as they are.");
}
