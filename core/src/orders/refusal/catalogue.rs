//! The catalogue of refusals: name, code, rule, whether it is recorded, and the sentence in Dutch,
//! French and English. In a sentence `{asked}`, `{available}` and `{limit}` are amounts, `{until}` and
//! `{from}` days, `{euro}` and `{euro_limit}` euro, `{through}` the day of `until` as the end of a term or nothing without one, `{who}` an id, `{what}` a word of the design, `{word}` the same as one of the library's own, `{count}` a number.

/// Hands the catalogue to another macro.
macro_rules! for_each_code {
    ($use:ident) => {
        $use! {
            DayClosed, "day_closed", "ledger.day", true,
                "{from} is de lopende dag; er wordt niet meer op {until} geboekt.",
                "Le jour en cours est le {from} ; on ne comptabilise plus au {until}.",
                "The current day is {from}; nothing is booked on {until} any more.";
            CloseDayFirst, "close_day_first", "ledger.day", true,
                "De lopende dag is {from}; sluit eerst die dag af voor er op {until} geboekt wordt.",
                "Le jour en cours est le {from} ; clôturez-le avant de comptabiliser au {until}.",
                "The current day is {from}; close it before booking on {until}.";
            TooOld, "too_old", "days.late_window", false,
                "{until} ligt te ver terug: aanvaard wordt vanaf {from}. Wie eerder al antwoord kreeg, houdt dat antwoord.",
                "Le {until} est trop ancien : on accepte à partir du {from}. Une réponse déjà reçue reste valable.",
                "{until} is too far back: days from {from} on are accepted. An answer given earlier stands.";
            ValueDayAhead, "value_day_ahead", "ledger.day", true,
                "De activiteit van {until} moet nog komen; de lopende dag is {from}.",
                "L’activité du {until} est encore à venir ; le jour en cours est le {from}.",
                "The activity of {until} is still to come; the current day is {from}.";
            ClosingUnderWay, "closing_under_way", "ledger.day", false,
                "Het afsluiten van {from} is bezig; werk dat eerst af.",
                "La clôture du {from} est en cours ; terminez-la d’abord.",
                "The closing of {from} is under way; finish it first.";
            DayNotOver, "day_not_over", "ledger.day", true,
                "{until} is nog niet voorbij; het is vandaag {from}.",
                "Le {until} n’est pas encore passé ; nous sommes le {from}.",
                "{until} is not over yet; today is {from}.";
            DayAlreadyClosed, "day_already_closed", "ledger.day", true,
                "{until} is al afgesloten; de lopende dag is {from}.",
                "Le {until} est déjà clôturé ; le jour en cours est le {from}.",
                "{until} is closed already; the current day is {from}.";
            TooManyDays, "too_many_days", "ledger.day", true,
                "In één keer worden hoogstens {count} dagen afgesloten.",
                "On clôture au plus {count} jours à la fois.",
                "At most {count} days are closed at once.";
            NotInBatch, "not_in_batch", "ledger.batch", false,
                "Dit kan niet in een reeks die als geheel lukt of mislukt.",
                "Ceci ne peut pas figurer dans une série indivisible.",
                "This cannot be part of a batch that succeeds whole or not at all.";
            IdConflict, "id_conflict", "ledger.ids", false,
                "Dit ordernummer hoort bij een andere vraag, geboekt als nummer {count}.",
                "Cet identifiant appartient à une autre demande, enregistrée sous le numéro {count}.",
                "This order id belongs to another ask, recorded as number {count}.";
            ActorUnknown, "actor_unknown", "people", false,
                "{who} is hier niet bekend.",
                "{who} n’est pas connu ici.",
                "{who} is not known here.";
            Stale, "stale", "ledger.sequence", false,
                "Deze boeking is beslist op nummer {count}, maar het grootboek is verder.",
                "Cette écriture a été décidée au numéro {count}, mais le grand livre a avancé.",
                "This entry was decided at number {count}, but the ledger has moved on.";
            Overflow, "overflow", "money.range", true,
                "Dit bedrag is groter dan de boeken kunnen dragen.",
                "Ce montant dépasse ce que les livres peuvent porter.",
                "This amount is larger than the books can carry.";
            RoleNotHeld, "role_not_held", "permissions", true,
                "{who} heeft de rol {what} niet op {until}.",
                "{who} n’a pas le rôle {what} le {until}.",
                "{who} does not hold the role {what} on {until}.";
            RoleUnknown, "role_unknown", "roles", true,
                "De rol {what} bestaat niet in dit ontwerp.",
                "Le rôle {what} n’existe pas dans ce modèle.",
                "The role {what} does not exist in this design.";
            ActionNotAllowed, "action_not_allowed", "permissions", true,
                "De rol {what} mag dit niet doen.",
                "Le rôle {what} ne permet pas cela.",
                "The role {what} may not do this.";
            NotOwn, "not_own", "permissions", true,
                "De rol {what} mag dit alleen voor de eigen rekening, partner of plaats; {who} hoort daar niet bij.",
                "Le rôle {what} ne le permet que pour son propre compte, partenaire ou lieu ; {who} n’en fait pas partie.",
                "The role {what} may do this only for its own account, partner or place; {who} is not.";
            NotSameDay, "not_same_day", "permissions", true,
                "De rol {what} mag dit alleen op de dag zelf, {until}.",
                "Le rôle {what} ne le permet que le jour même, le {until}.",
                "The role {what} may do this only on the same day, {until}.";
            ContactPointNeeded, "contact_point_needed", "permissions", true,
                "De rol {what} werkt op een contactpunt; noem het.",
                "Le rôle {what} s’exerce à un point de contact ; indiquez-le.",
                "The role {what} works at a contact point; name it.";
            ContactPointUnknown, "contact_point_unknown", "contact_points", true,
                "Het contactpunt {who} bestaat niet in dit ontwerp.",
                "Le point de contact {who} n’existe pas dans ce modèle.",
                "The contact point {who} does not exist in this design.";
            ContactPointClosed, "contact_point_closed", "contact_points", true,
                "Op het contactpunt {who} wordt op {until} niemand geholpen: het is nog niet open of al gesloten.",
                "Au point de contact {who}, personne n’est aidé le {until} : pas encore ouvert, ou déjà fermé.",
                "Nobody is helped at the contact point {who} on {until}: it is not open yet, or closed already.";
            ClientNeeded, "client_needed", "permissions", true,
                "Zeg voor welke deelnemer de rol {what} dit doet.",
                "Indiquez pour quel participant le rôle {what} agit.",
                "Say for which participant the role {what} does this.";
            NotTheClient, "not_the_client", "permissions", true,
                "De rekening {who} is niet van de deelnemer voor wie gehandeld wordt.",
                "Le compte {who} n’est pas celui du participant pour qui l’on agit.",
                "The account {who} is not held by the participant acted for.";
            EvidenceNeeded, "evidence_needed", "permissions", true,
                "Een verwijzing naar het bewijs is nodig wanneer de rol {what} dit registreert.",
                "Une référence à la preuve est nécessaire quand le rôle {what} enregistre cela.",
                "A reference to the evidence is needed when the role {what} registers this.";
            MandateMissing, "mandate_missing", "mandates", true,
                "{who} gaf hiervoor geen volmacht die op {until} geldt.",
                "{who} n’a pas donné de mandat pour cela valable le {until}.",
                "{who} gave no mandate for this that holds on {until}.";
            MandatePerOrder, "mandate_per_order", "mandates.per_order", true,
                "De volmacht {who} gaat tot {limit} per keer; gevraagd is {asked}.",
                "Le mandat {who} va jusqu’à {limit} par opération ; demandé : {asked}.",
                "The mandate {who} goes up to {limit} at a time; {asked} was asked.";
            MandatePerMonth, "mandate_per_month", "mandates.per_month", true,
                "De volmacht {who} gaat tot {limit} per maand; nog {available} mogelijk tot {until}, gevraagd is {asked}.",
                "Le mandat {who} va jusqu’à {limit} par mois ; encore {available} possible jusqu’au {until}, demandé : {asked}.",
                "The mandate {who} goes up to {limit} a month; {available} is left until {until}, {asked} was asked.";
            SelfReward, "self_reward", "guards.self_reward", true,
                "Niemand beloont zichzelf of het eigen huishouden; {who} doet dat hier.",
                "Personne ne se récompense soi-même ni son ménage ; c’est le cas de {who}.",
                "Nobody rewards themselves or their own household; {who} would.";
            ConflictOfInterest, "conflict_of_interest", "guards.conflict_of_interest", true,
                "{who} handelt hier niet voor zichzelf en zou er toch zelf bij winnen.",
                "{who} n’agit pas ici pour soi-même et y gagnerait pourtant.",
                "{who} does not act for themselves here and would gain by it all the same.";
            SecondPersonNeeded, "second_person_needed", "guards.second_person", true,
                "Hiervoor is een tweede persoon nodig; {who} vroeg het al.",
                "Une deuxième personne est nécessaire ; {who} l’a déjà demandé.",
                "This takes a second person; {who} asked for it already.";
            AccountUnknown, "account_unknown", "accounts", true,
                "De rekening {who} bestaat niet.",
                "Le compte {who} n’existe pas.",
                "The account {who} does not exist.";
            AccountExists, "account_exists", "accounts", true,
                "Het nummer {who} is al in gebruik.",
                "L’identifiant {who} est déjà utilisé.",
                "The id {who} is in use already.";
            NotAParticipant, "not_a_participant", "accounts", true,
                "{who} is geen rekening van een deelnemer.",
                "{who} n’est pas le compte d’un participant.",
                "{who} is not a participant's account.";
            MayNotPay, "may_not_pay", "accounts.state", true,
                "De rekening {who} kan niet betalen: toestand {word}.",
                "Le compte {who} ne peut pas payer : état {word}.",
                "The account {who} cannot pay: state {word}.";
            MayNotReceive, "may_not_receive", "accounts.state", true,
                "De rekening {who} kan niet ontvangen: toestand {word}.",
                "Le compte {who} ne peut pas recevoir : état {word}.",
                "The account {who} cannot receive: state {word}.";
            StateChange, "state_change", "accounts.state", true,
                "De rekening {who} kan niet naar de toestand {word}.",
                "Le compte {who} ne peut pas passer à l’état {word}.",
                "The account {who} cannot be put in the state {word}.";
            HoldersWrong, "holders_wrong", "accounts.holders", true,
                "Een rekening van dit soort heeft een ander aantal houders dan {count}, elk één keer genoemd.",
                "Un compte de ce type a un autre nombre de titulaires que {count}, chacun nommé une fois.",
                "An account of this kind has another number of holders than {count}, each named once.";
            NotAHolder, "not_a_holder", "accounts.holders", true,
                "{who} is geen houder van deze rekening.",
                "{who} n’est pas titulaire de ce compte.",
                "{who} does not hold this account.";
            HolderTwice, "holder_twice", "accounts.holders", true,
                "{who} is al houder van deze rekening, of staat er twee keer.",
                "{who} est déjà titulaire de ce compte, ou figure deux fois.",
                "{who} holds this account already, or is named twice.";
            HoldersUnchanged, "holders_unchanged", "accounts.holders", true,
                "Zo verandert er niets aan de houders van de rekening {who}.",
                "Cela ne change rien aux titulaires du compte {who}.",
                "This changes nothing about the holders of the account {who}.";
            AccountClosed, "account_closed", "accounts.state", true,
                "De rekening {who} is afgesloten.",
                "Le compte {who} est clôturé.",
                "The account {who} is closed.";
            BalanceLeft, "balance_left", "leaving.balance_to", true,
                "Op de rekening {who} staat nog {available}; het ontwerp sluit ze zo niet af.",
                "Le compte {who} porte encore {available} ; le modèle ne permet pas de le clôturer ainsi.",
                "The account {who} still carries {available}; the design does not close it so.";
            InDebt, "in_debt", "leaving", true,
                "De rekening {who} staat nog {available} in het rood; eerst aanzuiveren.",
                "Le compte {who} est encore débiteur de {available} ; il faut d’abord l’apurer.",
                "The account {who} is still {available} in the red; clear it first.";
            TakeOverDone, "take_over_done", "take_over", true,
                "De saldi zijn al overgenomen, met nummer {count}; dat gebeurt één keer.",
                "Les soldes ont déjà été repris, sous le numéro {count} ; cela se fait une seule fois.",
                "The balances were taken over already, as number {count}; that happens once.";
            TakeOverLate, "take_over_late", "take_over", true,
                "Overnemen kan alleen voor er eenheden bewogen; dat gebeurde al met nummer {count}.",
                "La reprise n’est possible qu’avant tout mouvement d’unités ; il y en a eu un sous le numéro {count}.",
                "Balances are taken over only before any units moved; they did with number {count}.";
            TakeOverSum, "take_over_sum", "take_over", true,
                "De saldi in deze kring tellen op tot nul, en deze tellen op tot {available}.",
                "Dans ce cercle la somme des soldes est zéro, et celle-ci est {available}.",
                "Balances in this ring sum to zero, and these sum to {available}.";
            TakeOverTwice, "take_over_twice", "take_over", true,
                "De rekening {who} staat twee keer in de lijst.",
                "Le compte {who} figure deux fois dans la liste.",
                "The account {who} stands in the list twice.";
            TakeOverDebt, "take_over_debt", "circulation.mutual_credit", true,
                "De rekening {who} komt {available} in het rood, en in deze munt kan dat niet.",
                "Le compte {who} arrive débiteur de {available}, ce qui est impossible dans cette monnaie.",
                "The account {who} comes {available} in the red, which is not possible in this currency.";
            TakeOverLots, "take_over_lots", "take_over", true,
                "De eenheden van {who} tellen op tot {available}, en het saldo is {asked}.",
                "Les unités de {who} totalisent {available}, alors que le solde est {asked}.",
                "The units of {who} add up to {available}, and the balance is {asked}.";
            TakeOverDates, "take_over_dates", "take_over", true,
                "De eenheden van {who} zijn verdiend op {from}; dat is na {until}.",
                "Les unités de {who} ont été gagnées le {from}, donc après le {until}.",
                "The units of {who} were earned on {from}, which is after {until}.";
            TakeOverLapsed, "take_over_lapsed", "expiry.late_award", true,
                "{who} brengt eenheden mee die al eindigden op {until}; het ontwerp laat dat niet toe.",
                "{who} apporte des unités qui ont déjà pris fin le {until} ; le modèle ne l’admet pas.",
                "{who} brings units that ended on {until} already; the design does not admit them.";
            TakeOverNeverEnds, "take_over_never_ends", "expiry.rule", true,
                "In deze munt vervallen eenheden niet, en {who} brengt er mee die eindigen op {until}.",
                "Dans cette monnaie les unités n’échoient pas, et {who} en apporte qui prennent fin le {until}.",
                "Units do not lapse in this currency, and {who} brings some that end on {until}.";
            WelcomeUnknown, "welcome_unknown", "welcome", true,
                "Het welkomstgeschenk {what} staat niet in de lijst van {until}.",
                "Le cadeau de bienvenue {what} ne figure pas dans la liste du {until}.",
                "The welcome gift {what} is not in the list of {until}.";
            WelcomedAlready, "welcomed_already", "welcome", true,
                "{who} heeft het welkomstgeschenk {what} al gehad; het wordt maar één keer gegeven.",
                "{who} a déjà reçu le cadeau de bienvenue {what} ; il n’est donné qu’une fois.",
                "{who} has had the welcome gift {what} already; it is given only once.";
            HeirNotPossible, "heir_not_possible", "leaving.death.balance_to", true,
                "{who} kan hier niet erven: de houder is niet overleden, of het ontwerp laat erfgenamen niet ontvangen.",
                "{who} ne peut hériter ici : le titulaire n’est pas décédé, ou le modèle n’admet pas d’héritiers.",
                "{who} cannot inherit here: the holder did not die, or the design lets no heirs receive.";
            HouseholdContinues, "household_continues", "accounts.holders", true,
                "De rekening {who} heeft {count} houders en blijft bestaan; haal wie overleden is uit de houders.",
                "Le compte {who} a {count} titulaires et continue ; retirez des titulaires la personne décédée.",
                "The account {who} has {count} holders and continues; remove whoever died from the holders.";
            WriteOffOff, "write_off_off", "leaving.debt", true,
                "In deze munt worden schulden niet kwijtgescholden.",
                "Dans cette monnaie les dettes ne sont pas remises.",
                "Debts are not written off in this currency.";
            NotInDebt, "not_in_debt", "leaving.debt", true,
                "De rekening {who} staat niet in het rood.",
                "Le compte {who} n’est pas débiteur.",
                "The account {who} is not in the red.";
            NotGone, "not_gone", "leaving.debt", true,
                "Een schuld wordt alleen kwijtgescholden van wie weg is; {who} heeft de toestand {word}.",
                "Une dette n’est remise qu’à qui est parti ; {who} est dans l’état {word}.",
                "A debt is written off only of somebody who is gone; {who} is in the state {word}.";
            AmountZero, "amount_zero", "money.range", true,
                "Een bedrag van nul wordt niet geboekt.",
                "Un montant nul n’est pas comptabilisé.",
                "An amount of zero is not booked.";
            SelfTransfer, "self_transfer", "accounts", true,
                "De rekening {who} kan niet aan zichzelf betalen.",
                "Le compte {who} ne peut pas se payer lui-même.",
                "The account {who} cannot pay itself.";
            InsufficientBalance, "insufficient_balance", "limits.floor", true,
                "Gevraagd is {asked}; op {who} kan {available}. De ondergrens is {limit}.",
                "Demandé : {asked} ; possible sur {who} : {available}. La limite inférieure est {limit}.",
                "{asked} was asked; {available} is possible on {who}. The floor is {limit}.";
            DebtStop, "debt_stop", "limits.floor.tested", true,
                "{who} staat op {available} en bereikte de ondergrens van {limit}: eerst weer verdienen.",
                "{who} est à {available} et a atteint la limite de {limit} : il faut d’abord gagner.",
                "{who} stands at {available} and has reached the floor of {limit}: earn first.";
            Ceiling, "ceiling", "limits.ceiling", true,
                "{who} kan nog {available} ontvangen tot de bovengrens van {limit}; gevraagd is {asked}.",
                "{who} peut encore recevoir {available} jusqu’au plafond de {limit} ; demandé : {asked}.",
                "{who} can still receive {available} up to the ceiling of {limit}; {asked} was asked.";
            SpendFirst, "spend_first", "limits.ceiling.tested", true,
                "{who} staat op {available} en bereikte de bovengrens van {limit}: eerst weer besteden.",
                "{who} est à {available} et a atteint le plafond de {limit} : il faut d’abord dépenser.",
                "{who} stands at {available} and has reached the ceiling of {limit}: spend first.";
            LimitWrong, "limit_wrong", "limits", true,
                "{limit} kan geen grens van {who} zijn: een ondergrens is nul of lager, en lager alleen met krediet; een bovengrens ligt boven nul.",
                "{limit} ne peut pas être une limite de {who} : la limite inférieure est nulle ou négative, et négative seulement avec crédit ; un plafond est supérieur à zéro.",
                "{limit} cannot be a limit of {who}: a floor is zero or lower, and lower only with credit; a ceiling is above zero.";
            GroupUnknown, "group_unknown", "limits.group", true,
                "De groep {what} bestaat niet in dit ontwerp.",
                "Le groupe {what} n’existe pas dans ce modèle.",
                "The group {what} does not exist in this design.";
            ExceptionEmpty, "exception_empty", "limits", true,
                "Een uitzondering voor {who} noemt een ondergrens, een bovengrens of beide.",
                "Une exception pour {who} indique une limite inférieure, un plafond ou les deux.",
                "An exception for {who} names a floor, a ceiling or both.";
            LeaverDirection, "leaver_direction", "accounts.state", true,
                "{who} verlaat de kring en beweegt alleen nog naar nul; mogelijk is {available}, gevraagd is {asked}.",
                "{who} quitte le cercle et ne va plus que vers zéro ; possible : {available}, demandé : {asked}.",
                "{who} is leaving and moves only towards zero; {available} is possible, {asked} was asked.";
            GiftsOff, "gifts_off", "spending.gifts", true,
                "Schenken kan niet in deze munt.",
                "Les dons ne sont pas possibles dans cette monnaie.",
                "Gifts are not possible in this currency.";
            GiftFromCredit, "gift_from_credit", "spending.gifts_from_credit", true,
                "Schenken kan alleen wat men heeft: {available} op {who}; gevraagd is {asked}.",
                "On ne donne que ce que l’on a : {available} sur {who} ; demandé : {asked}.",
                "One gives only what one has: {available} on {who}; {asked} was asked.";
            RelativesOff, "relatives_off", "spending.pay_for_relatives", true,
                "Betalen voor een verwante kan niet in deze munt.",
                "Payer pour un proche n’est pas possible dans cette monnaie.",
                "Paying for a relative is not possible in this currency.";
            RelativeIsParty, "relative_is_party", "spending.pay_for_relatives", true,
                "{who} kan hier niet tegelijk de verwante zijn en partij.",
                "{who} ne peut pas être à la fois le proche et une partie.",
                "{who} cannot be the relative and a party at once.";
            MinutesOff, "minutes_off", "spending.service", true,
                "Deze munt telt diensten niet in minuten; geef een bedrag.",
                "Cette monnaie ne compte pas les services en minutes ; donnez un montant.",
                "This currency does not count services in minutes; give an amount.";
            PartnerUnknown, "partner_unknown", "partners", true,
                "De partner {who} is niet bekend.",
                "Le partenaire {who} n’est pas connu.",
                "The partner {who} is not known.";
            PartnerRole, "partner_role", "partners.roles", true,
                "De partner {who} is geen {word}partner.",
                "Le partenaire {who} n’est pas un partenaire {word}.",
                "The partner {who} is no {word} partner.";
            PartnerRolesWrong, "partner_roles_wrong", "partners.roles", true,
                "Noem minstens één rol voor de partner {who}, elk één keer.",
                "Indiquez au moins un rôle pour le partenaire {who}, chacun une fois.",
                "Name at least one role for the partner {who}, each once.";
            PartnerIdLong, "partner_id_long", "partners", true,
                "Het nummer van een partner telt hoogstens {count} tekens.",
                "L’identifiant d’un partenaire compte au plus {count} caractères.",
                "A partner's id has at most {count} characters.";
            ContractNotInForce, "contract_not_in_force", "partners.contract", true,
                "Met de partner {who} gold op {until} geen overeenkomst.",
                "Aucune convention avec le partenaire {who} n’était en vigueur le {until}.",
                "No contract with the partner {who} was in force on {until}.";
            ContractPointless, "contract_pointless", "partners.contract", true,
                "Een budget hoort bij een partner die uitgeeft en een rekening bij een die inneemt; {who} doet dat niet.",
                "Un budget va avec un partenaire qui émet et un compte avec un partenaire qui encaisse ; ce n’est pas le cas de {who}.",
                "A budget belongs to a partner that issues and an account to one that takes units in; {who} does not.";
            PartnerBudget, "partner_budget", "partners.budget", true,
                "Het budget van {who} is {limit}; daarvan is nog {available} over, gevraagd is {asked}.",
                "Le budget de {who} est de {limit} ; il en reste {available}, demandé : {asked}.",
                "The budget of {who} is {limit}; {available} of it is left, {asked} was asked.";
            NotAnOrganisation, "not_an_organisation", "partners.account", true,
                "De rekening {who} is niet van een organisatie.",
                "Le compte {who} n’est pas celui d’une organisation.",
                "The account {who} is not an organisation's.";
            ActivityUnknown, "activity_unknown", "earning", true,
                "De verdienactie {what} staat niet in de lijst van {until}.",
                "L’action {what} ne figure pas au catalogue du {until}.",
                "The earning action {what} is not in the catalogue of {until}.";
            ActivityElsewhere, "activity_elsewhere", "earning.partners", true,
                "De verdienactie {what} wordt niet door {who} beloond.",
                "L’action {what} n’est pas récompensée par {who}.",
                "The earning action {what} is not rewarded by {who}.";
            ActivityExcluded, "activity_excluded", "activities.excluded", true,
                "{what} is in deze munt uitgesloten.",
                "{what} est exclu dans cette monnaie.",
                "{what} is excluded in this currency.";
            CategoryUnknown, "category_unknown", "activities.categories", true,
                "De categorie {what} bestaat niet in deze munt.",
                "La catégorie {what} n’existe pas dans cette monnaie.",
                "The category {what} does not exist in this currency.";
            FactUnknown, "fact_unknown", "fact", true,
                "Het gegeven {what} wordt in deze munt niet vastgelegd.",
                "La donnée {what} n’est pas enregistrée dans cette monnaie.",
                "The fact {what} is not recorded in this currency.";
            FactValue, "fact_value", "fact.values", true,
                "Dat is geen waarde van het gegeven {what}.",
                "Ce n’est pas une valeur de la donnée {what}.",
                "That is no value of the fact {what}.";
            FactByOthers, "fact_by_others", "fact.self_declared", true,
                "Het gegeven {what} legt een deelnemer niet zelf vast.",
                "Un participant n’enregistre pas lui-même la donnée {what}.",
                "A participant does not record the fact {what} about themselves.";
            FactMissing, "fact_missing", "earning.requires", true,
                "Voor {who} is {what} op {until} niet in orde.",
                "Pour {who}, {what} n’est pas en ordre le {until}.",
                "For {who}, {what} is not in order on {until}.";
            NothingEarned, "nothing_earned", "earning", true,
                "Dit levert voor {what} geen enkele eenheid op.",
                "Cela ne rapporte aucune unité pour {what}.",
                "This earns not a single unit for {what}.";
            AwardLapsed, "award_lapsed", "expiry.late_award", true,
                "Wat op de dag van {what} verdiend werd, was al vervallen op {until}.",
                "Ce qui a été gagné pour {what} était déjà échu le {until}.",
                "What was earned for {what} had lapsed on {until} already.";
            CapReached, "cap_reached", "cap", true,
                "De grens {what} laat nog {available} van {limit} toe{through}; gevraagd is {asked}.",
                "Le plafond {what} permet encore {available} sur {limit}{through} ; demandé : {asked}.",
                "The cap {what} still allows {available} of {limit}{through}; {asked} was asked.";
            CapTimes, "cap_times", "cap.times", true,
                "De grens {what} laat dit hoogstens {count} keer toe{through}.",
                "Le plafond {what} permet cela au plus {count} fois{through}.",
                "The cap {what} allows this {count} times at most{through}.";
            CapUnset, "cap_unset", "cap.euro", true,
                "Voor de grens {what} is op {until} geen wettelijk maximum of geen waarde van de eenheid bekend.",
                "Pour le plafond {what}, aucun maximum légal ou aucune valeur de l’unité n’est connu au {until}.",
                "For the cap {what} no legal maximum or no value of the unit is known on {until}.";
            EarnerNeeded, "earner_needed", "cap.over", true,
                "Van de rekening {who} is niet duidelijk wie dit verdiende; noem een van de houders.",
                "Pour le compte {who}, on ne sait pas qui a gagné cela ; nommez un des titulaires.",
                "Of the account {who} it is not clear who earned this; name one of the holders.";
            EarnerNotHolder, "earner_not_holder", "accounts.holders", true,
                "{who} is geen houder van de rekening die beloond wordt.",
                "{who} n’est pas titulaire du compte récompensé.",
                "{who} is not a holder of the account that is rewarded.";
            RewardUnknown, "reward_unknown", "redemption", true,
                "De verzilveroptie {what} staat niet in de lijst.",
                "L’option {what} ne figure pas au catalogue.",
                "The redemption option {what} is not in the catalogue.";
            RewardElsewhere, "reward_elsewhere", "redemption.partner", true,
                "De verzilveroptie {what} is niet bij {who} te krijgen.",
                "L’option {what} ne s’obtient pas chez {who}.",
                "The redemption option {what} is not to be had at {who}.";
            PaperOff, "paper_off", "paper", true,
                "Deze munt heeft geen biljetten.",
                "Cette monnaie n’a pas de billets.",
                "This currency has no notes.";
            PayOutOff, "pay_out_off", "paper.pay_out", true,
                "Eenheden van een rekening kunnen in deze munt niet in biljetten opgenomen worden.",
                "Dans cette monnaie, on ne retire pas d’unités d’un compte en billets.",
                "In this currency units cannot be taken off an account in notes.";
            SeriesUnknown, "series_unknown", "paper.series", true,
                "De biljettenreeks {what} staat niet in dit ontwerp.",
                "La série {what} ne figure pas dans ce modèle.",
                "The series {what} is not in this design.";
            SeriesNotPrinted, "series_not_printed", "paper.series", true,
                "Van de reeks {what} werd nog niets gedrukt.",
                "Rien n’a encore été imprimé de la série {what}.",
                "Nothing of the series {what} has been printed yet.";
            SeriesNotValid, "series_not_valid", "paper.series", true,
                "De reeks {what} geldt van {from} tot en met {until}.",
                "La série {what} est valable du {from} au {until}.",
                "The series {what} is valid from {from} until {until}.";
            SeriesTwice, "series_twice", "paper.series", true,
                "De reeks {what} staat twee keer in de telling.",
                "La série {what} figure deux fois dans le comptage.",
                "The series {what} stands in the count twice.";
            WindowOver, "window_over", "paper.series", true,
                "Biljetten van de reeks {what} werden hiervoor aanvaard tot en met {until}.",
                "Les billets de la série {what} étaient acceptés pour cela jusqu’au {until}.",
                "Notes of the series {what} were accepted for this until {until}.";
            FaceUnknown, "face_unknown", "paper.series.denominations", true,
                "De reeks {what} heeft geen biljetten van {asked}.",
                "La série {what} n’a pas de billets de {asked}.",
                "The series {what} has no notes of {asked}.";
            PrintRun, "print_run", "paper.series.print_run", true,
                "Van de biljetten van {asked} van de reeks {what} mogen er nog {count} gedrukt worden.",
                "On peut encore imprimer {count} billets de {asked} de la série {what}.",
                "{count} more notes of {asked} of the series {what} may be printed.";
            NotAnOffice, "not_an_office", "contact_points", true,
                "{who} is geen kantoor dat met biljetten werkt.",
                "{who} n’est pas un bureau qui travaille avec des billets.",
                "{who} is no office that works with notes.";
            OfficeNotOpen, "office_not_open", "offices.day", true,
                "Het kantoor {who} is niet open.",
                "Le bureau {who} n’est pas ouvert.",
                "The office {who} is not open.";
            OfficeOpen, "office_open", "offices.day", true,
                "Het kantoor {who} is open; tel eerst de kas.",
                "Le bureau {who} est ouvert ; comptez d’abord la caisse.",
                "The office {who} is open; count its drawers first.";
            OfficeEnded, "office_ended", "offices.day", true,
                "Het kantoor {who} is voorgoed gesloten.",
                "Le bureau {who} est fermé définitivement.",
                "The office {who} is closed for good.";
            OfficeNotEmpty, "office_not_empty", "offices.end", true,
                "In de laden van {who} ligt nog iets, of er is nog een zending onderweg.",
                "Il reste quelque chose dans les tiroirs de {who}, ou un envoi est encore en route.",
                "There is still something in the drawers of {who}, or a sending under way.";
            NotCounted, "not_counted", "offices.count", true,
                "Van {who} wacht er geen telling.",
                "Aucun comptage de {who} n’est en attente.",
                "No count of {who} is waiting.";
            DifferenceOpen, "difference_open", "offices.count", true,
                "Het kasverschil van {who} moet eerst goedgekeurd worden.",
                "L’écart de caisse de {who} doit d’abord être approuvé.",
                "The difference in the count of {who} has to be approved first.";
            ReasonNeeded, "reason_needed", "offices.count", true,
                "Dit verschil wordt alleen geboekt met een reden.",
                "Cet écart n’est comptabilisé qu’avec un motif.",
                "This difference is booked only with a reason.";
            RouteWrong, "route_wrong", "offices.sending", true,
                "Zo kan een zending niet lopen; ze gaat naar de kluis, de voorraad van een kantoor of een partner: {who}.",
                "Un envoi ne peut pas aller ainsi ; il va au coffre, au stock d’un bureau ou à un partenaire : {who}.",
                "A sending cannot go so; it goes to the vault, the stock of an office or a partner: {who}.";
            SendingUnknown, "sending_unknown", "offices.sending", true,
                "Er is geen zending met dat nummer onderweg.",
                "Aucun envoi avec cet identifiant n’est en route.",
                "No sending with that id is under way.";
            NotesShort, "notes_short", "offices.drawer", true,
                "Er liggen daar geen {count} biljetten van {asked} van de reeks {what}.",
                "Il n’y a pas là {count} billets de {asked} de la série {what}.",
                "There are not {count} notes of {asked} of the series {what} there.";
            MoreThanIssued, "more_than_issued", "offices.drawer", true,
                "Er zijn geen {count} biljetten van {asked} van de reeks {what} uitgegeven: kijk ze na op echtheid.",
                "Il n’a pas été émis {count} billets de {asked} de la série {what} : vérifiez leur authenticité.",
                "No {count} notes of {asked} of the series {what} were issued: check whether they are genuine.";
            AvailableForPaper, "available_for_paper", "paper.series.spend_until", true,
                "Van {who} kan {available} in biljetten van de reeks {what}; de rest vervalt eerder dan die biljetten. Gevraagd is {asked}.",
                "De {who}, on peut retirer {available} en billets de la série {what} ; le reste échoit avant ces billets. Demandé : {asked}.",
                "{available} of {who} can go onto notes of the series {what}; the rest ends before those notes do. {asked} was asked.";
            NoExactSet, "no_exact_set", "paper.change", true,
                "{asked} kan niet gepast in biljetten van de reeks {what}; wel {available} of {limit}.",
                "{asked} n’est pas possible en billets de la série {what} ; {available} ou {limit} le sont.",
                "{asked} cannot be made in notes of the series {what}; {available} or {limit} can.";
            NoExactSetBelow, "no_exact_set_below", "paper.change", true,
                "{asked} kan niet gepast in biljetten van de reeks {what}; wel {available}.",
                "{asked} n’est pas possible en billets de la série {what} ; {available} l’est.",
                "{asked} cannot be made in notes of the series {what}; {available} can.";
            NoExactSetAbove, "no_exact_set_above", "paper.change", true,
                "{asked} kan niet gepast in biljetten van de reeks {what}; wel {limit}.",
                "{asked} n’est pas possible en billets de la série {what} ; {limit} l’est.",
                "{asked} cannot be made in notes of the series {what}; {limit} can.";
            DrawerShort, "drawer_short", "offices.drawer", true,
                "Het kantoor kan {asked} niet in biljetten van de reeks {what} geven.",
                "Le bureau ne peut pas donner {asked} en billets de la série {what}.",
                "The office cannot give {asked} in notes of the series {what}.";
            NameTheNotes, "name_the_notes", "paper.change", true,
                "{asked} is te veel om de biljetten van de reeks {what} te laten kiezen; noem ze.",
                "{asked} est trop pour laisser choisir les billets de la série {what} ; nommez-les.",
                "{asked} is too much to have the notes of the series {what} chosen; name them.";
            NotesElsewhere, "notes_elsewhere", "offices.drawer", true,
                "Biljetten van de reeks {what} gaan alleen verloren uit de kluis, een lade van een kantoor of de voorraad van een partner.",
                "Des billets de la série {what} ne se perdent que du coffre, d’un tiroir d’un bureau ou du stock d’un partenaire.",
                "Notes of the series {what} are lost only from the vault, a drawer of an office or a partner's stock.";
            StampsEatAll, "stamps_eat_all", "paper.series.stamp_percent", true,
                "De ontbrekende zegels op deze biljetten van de reeks {what} kosten {limit}; de biljetten zijn {asked} waard.",
                "Les timbres qui manquent sur ces billets de la série {what} coûtent {limit} ; les billets valent {asked}.",
                "The stamps missing on these notes of the series {what} cost {limit}; the notes are worth {asked}.";
            SwapDiffers, "swap_differs", "offices.drawer", true,
                "Gevraagd is {asked} in biljetten van de reeks {what}; het moet {limit} zijn.",
                "Demandé : {asked} en billets de la série {what} ; il faut {limit}.",
                "{asked} was asked in notes of the series {what}; it has to be {limit}.";
            OfferNamed, "offer_named", "redemption", true,
                "{what} gaat op naam, en dus niet met biljetten zonder naam.",
                "{what} est nominatif, et ne s’obtient donc pas avec des billets sans nom.",
                "{what} goes by name, and so cannot be had for notes without one.";
            ChangeEuroOff, "change_euro_off", "paper.change_euro", true,
                "In deze munt worden geen euro’s tegen biljetten gewisseld.",
                "Dans cette monnaie, on ne change pas d’euros en billets.",
                "In this currency euro are not changed into notes.";
            EuroUneven, "euro_uneven", "unit.value", true,
                "{count} eurocent is geen heel aantal eenheden in biljetten van de reeks {what}.",
                "{count} centimes ne font pas un nombre entier d’unités en billets de la série {what}.",
                "{count} euro cents are no whole number of units in notes of the series {what}.";
            TenderedShort, "tendered_short", "offices.till", true,
                "Voor {what} is {asked} nodig; gegeven is {available}.",
                "Pour {what}, il faut {asked} ; donné : {available}.",
                "{what} takes {asked}; {available} was given.";
            EuroTenderedShort, "euro_tendered_short", "offices.till", true,
                "Voor {what} is ook {count} eurocent nodig; er is minder gegeven.",
                "Pour {what}, il faut aussi {count} centimes d’euro ; on en a donné moins.",
                "{what} also takes {count} euro cents; less was given.";
            EuroShort, "euro_short", "offices.till", true,
                "In de eurokas van {who} ligt geen {count} eurocent.",
                "Il n’y a pas {count} centimes dans la caisse en euros de {who}.",
                "There are not {count} cents in the euro till of {who}.";
            OfficeStillOpen, "office_still_open", "paper.open_offices", true,
                "Het kantoor {who} is nog open; tel de kas voor de dag afgesloten wordt.",
                "Le bureau {who} est encore ouvert ; comptez la caisse avant de clôturer la journée.",
                "The office {who} is still open; count its drawers before the day is closed.";
            MixedOff, "mixed_off", "redemption.mixed", true,
                "{what} kost {limit} en wordt niet deels in euro betaald; gevraagd is {asked}.",
                "{what} coûte {limit} et ne se paie pas en partie en euros ; demandé : {asked}.",
                "{what} costs {limit} and is not paid in part in euro; {asked} was asked.";
            TooFewUnits, "too_few_units", "redemption.mixed.least_units_percent", true,
                "Van {what} wordt minstens {limit} in eenheden betaald; gevraagd is {asked}.",
                "Pour {what}, au moins {limit} se paie en unités ; demandé : {asked}.",
                "At least {limit} of {what} is paid in units; {asked} was asked.";
            MoreThanPrice, "more_than_price", "redemption.price", true,
                "{what} kost {limit}; {asked} is meer dan dat.",
                "{what} coûte {limit} ; {asked} est davantage.",
                "{what} costs {limit}; {asked} is more than that.";
            ValueUnknown, "value_unknown", "unit.value", true,
                "Op {until} had de eenheid nog geen waarde in euro.",
                "Le {until}, l’unité n’avait pas encore de valeur en euros.",
                "On {until} the unit had no value in euro yet.";
            BelowMinimum, "below_minimum", "redemption.steps.minimum", true,
                "{what} gaat vanaf {limit}; gevraagd is {asked}.",
                "{what} s’obtient à partir de {limit} ; demandé : {asked}.",
                "{what} starts at {limit}; {asked} was asked.";
            CountOrUnits, "count_or_units", "redemption.steps", true,
                "Zeg voor {what} hoeveel stuks of hoeveel eenheden, niet allebei.",
                "Indiquez pour {what} un nombre de pièces ou d’unités, pas les deux.",
                "Say for {what} how many pieces or how many units, not both.";
            OutOfSeason, "out_of_season", "redemption.season", true,
                "{what} is er pas weer vanaf {from}.",
                "{what} n’est disponible qu’à partir du {from}.",
                "{what} is not to be had until {from}.";
            OfferOver, "offer_over", "redemption.until", true,
                "{what} was er tot {until}.",
                "{what} était disponible jusqu’au {until}.",
                "{what} was to be had until {until}.";
            NotInAudience, "not_in_audience", "redemption.audience", true,
                "Dit is er voor wie {what} in orde heeft; op {until} is dat voor {who} niet zo.",
                "Ceci est réservé à qui a {what} en ordre ; ce n’était pas le cas de {who} le {until}.",
                "This is for whoever has {what} in order; on {until} {who} had not.";
            PersonLimit, "person_limit", "redemption.per_person", true,
                "Van {what} kan {who} tot en met {until} nog {count} krijgen.",
                "De {what}, {who} peut encore obtenir {count} jusqu’au {until} inclus.",
                "Of {what} {who} can still have {count} through {until}.";
            PersonLimitForLife, "person_limit_for_life", "redemption.per_person", true,
                "Van {what} kan {who} in totaal nog {count} krijgen.",
                "De {what}, {who} peut encore obtenir {count} au total.",
                "Of {what} {who} can still have {count} in all.";
            StockEndless, "stock_endless", "redemption.stock", true,
                "Van {what} wordt geen voorraad geteld.",
                "Le stock de {what} n’est pas compté.",
                "The stock of {what} is not counted.";
            OutOfStock, "out_of_stock", "redemption.stock", true,
                "Van {what} zijn er nog {count} vrij; dat is te weinig.",
                "Pièces libres de {what} : {count} ; cela ne suffit pas.",
                "Pieces of {what} left: {count}; that is too few.";
            ReservedUntil, "reserved_until", "redemption.hold", true,
                "Van {what} zijn er nog {count} vrij; de rest is voorbehouden tot en met {until}.",
                "Pièces libres de {what} : {count} ; le reste est réservé jusqu’au {until} inclus.",
                "Pieces of {what} left: {count}; the rest is reserved through {until}.";
            ReservedForMinutes, "reserved_for_minutes", "redemption.hold", true,
                "{what} is voorbehouden; wat niet afgehaald wordt, komt binnen {count} min. vrij.",
                "{what} est réservé ; ce qui n’est pas retiré se libère dans les {count} min.",
                "{what} is reserved; what is not picked up is free within {count} min.";
            ReleaseFirst, "release_first", "redemption.hold", true,
                "De reservatie van {what} door {who} is verlopen; die moet eerst vrijgegeven worden.",
                "La réservation de {what} par {who} est échue ; elle doit d’abord être libérée.",
                "The reservation of {what} by {who} has run out; it has to be released first.";
            ReserveOff, "reserve_off", "redemption.hold", true,
                "{what} kan niet gereserveerd worden.",
                "{what} ne peut pas être réservé.",
                "{what} cannot be reserved.";
            ReservationUnknown, "reservation_unknown", "redemption.hold", true,
                "Er is geen lopende reservatie met dat nummer.",
                "Aucune réservation en cours ne porte cet identifiant.",
                "No reservation with that id is open.";
            ReservationOver, "reservation_over", "redemption.hold", true,
                "De reservatie van {what} is verlopen.",
                "La réservation de {what} est échue.",
                "The reservation of {what} has run out.";
            ReservationOpen, "reservation_open", "accounts.state", true,
                "Lopende reservaties op de rekening {who}: {count}; haal ze af of geef ze vrij.",
                "Réservations en cours sur le compte {who} : {count} ; retirez-les ou libérez-les.",
                "Open reservations on the account {who}: {count}; pick them up or release them.";
            WaitOff, "wait_off", "redemption.waiting", true,
                "Voor {what} is er geen wachtlijst.",
                "Il n’y a pas de liste d’attente pour {what}.",
                "There is no waiting list for {what}.";
            WaitsAlready, "waits_already", "redemption.waiting", true,
                "{who} wacht al op {what}; wie opgeroepen is, kan het reserveren of verzilveren{through}.",
                "{who} attend déjà {what} ; qui est appelé peut le réserver ou l’obtenir{through}.",
                "{who} waits for {what} already; whoever is called can reserve or redeem it{through}.";
            NothingToWaitFor, "nothing_to_wait_for", "redemption.waiting", true,
                "Van {what} zijn er {count} vrij en niemand wacht; reserveer het.",
                "Pièces libres de {what} : {count}, et personne n’attend ; réservez-le.",
                "Pieces of {what} left: {count}, and nobody waits; reserve it.";
            KeptForWaiting, "kept_for_waiting", "redemption.waiting", true,
                "Van {what} zijn er nog {count} vrij; de rest blijft tot en met {until} bewaard voor wie wacht.",
                "Pièces libres de {what} : {count} ; le reste est gardé jusqu’au {until} inclus pour qui attend.",
                "Pieces of {what} left: {count}; the rest is kept through {until} for whoever waits.";
            WaitingFirst, "waiting_first", "redemption.waiting", true,
                "Op {what} wachten er nog {count} voor u.",
                "Pour {what}, {count} attendent avant vous.",
                "For {what}, {count} wait before you.";
            PlaceUnknown, "place_unknown", "redemption.waiting", true,
                "Er is geen plaats op een wachtlijst met dat nummer.",
                "Aucune place sur une liste d’attente ne porte cet identifiant.",
                "No place on a waiting list has that id.";
            NoShowLimit, "no_show_limit", "redemption.no_show.limit", true,
                "{who} haalde {what} al {count} keer niet af en kan het niet meer reserveren{through}; verzilveren aan de balie kan wel.",
                "{who} n’a pas retiré {what} {count} fois déjà et ne peut plus le réserver{through} ; l’obtenir au guichet reste possible.",
                "{who} did not pick up {what} {count} times already and can no longer reserve it{through}; redeeming it at the desk is possible.";
            OriginalUnknown, "original_unknown", "reversal", true,
                "De order die teruggedraaid moet worden is niet bekend of te oud.",
                "L’ordre à annuler n’est pas connu ou est trop ancien.",
                "The order to be reversed is not known or too old.";
            NotReversible, "not_reversible", "reversal", true,
                "Die order bracht geen eenheden over en kan zo niet teruggedraaid worden.",
                "Cet ordre n’a pas déplacé d’unités et ne peut pas être annulé ainsi.",
                "That order moved no units and cannot be reversed so.";
            AlreadyReversed, "already_reversed", "reversal", true,
                "Die order is al teruggedraaid, voor {limit}.",
                "Cet ordre a déjà été annulé, pour {limit}.",
                "That order was reversed already, for {limit}.";
            ReversalWindow, "reversal_window", "reversal.window_days", true,
                "Terugdraaien kon tot {until}.",
                "L’annulation était possible jusqu’au {until}.",
                "Reversing was possible until {until}.";
            MoreThanOriginal, "more_than_original", "reversal", true,
                "Gevraagd is {asked}, maar de order ging over {limit}.",
                "Demandé : {asked}, mais l’ordre portait sur {limit}.",
                "{asked} was asked, but the order was for {limit}.";
            ReceiverSpent, "receiver_spent", "reversal.when_spent", true,
                "{who} heeft nog {available} van wat ontvangen werd; gevraagd is {asked}.",
                "{who} détient encore {available} de ce qui a été reçu ; demandé : {asked}.",
                "{who} still holds {available} of what was received; {asked} was asked.";
            PotShort, "pot_short", "pot", true,
                "In de pot zit {available}; nodig is {asked}.",
                "La caisse commune contient {available} ; il faut {asked}.",
                "The pot holds {available}; {asked} is needed.";
            SettlementOff, "settlement_off", "settlement", true,
                "In deze munt worden partners niet langs deze boeken uitbetaald.",
                "Dans cette monnaie les partenaires ne sont pas réglés par ces livres.",
                "In this currency partners are not paid through these books.";
            RateUnknown, "rate_unknown", "settlement.rate", true,
                "Voor {who} geldt op {until} geen tarief in euro: wat daar ingeleverd wordt, zou niet uitbetaald worden.",
                "Aucun tarif en euros ne vaut pour {who} le {until} : ce qui y est remis ne serait pas payé.",
                "No rate in euro holds for {who} on {until}: what is handed in there would not be paid.";
            InvoiceUsed, "invoice_used", "settlement.invoice", true,
                "Het factuurnummer {who} is al gebruikt.",
                "Le numéro de facture {who} est déjà utilisé.",
                "The invoice number {who} was used already.";
            NothingToClaim, "nothing_to_claim", "settlement", true,
                "{who} heeft tot en met {until} niets aan te vragen.",
                "{who} n’a rien à réclamer jusqu’au {until}.",
                "{who} has nothing to claim until {until}.";
            ClaimWindowOver, "claim_window_over", "settlement.claim_days", true,
                "Wat {who} nog kan aanvragen, is te oud: het moet van {from} of later zijn.",
                "Ce que {who} pourrait encore réclamer est trop ancien : il faut qu’il date du {from} ou d’après.",
                "What {who} could still claim is too old: it has to be of {from} or later.";
            NotWholePeriod, "not_whole_period", "settlement.period", true,
                "{who} vraagt per hele periode aan, ten laatste tot en met {until}.",
                "{who} réclame par période entière, au plus tard jusqu’au {until}.",
                "{who} claims by whole periods, until {until} at the latest.";
            BelowClaimMinimum, "below_claim_minimum", "settlement.minimum", true,
                "De aanvraag komt op {euro} euro, minder dan het minimum van {euro_limit} euro.",
                "La demande s’élève à {euro} euros, moins que le minimum de {euro_limit} euros.",
                "The claim comes to {euro} euro, less than the minimum of {euro_limit} euro.";
            ClaimUnknown, "claim_unknown", "settlement", true,
                "Er is geen aanvraag met dat nummer.",
                "Aucune demande ne porte cet identifiant.",
                "There is no claim with that id.";
            ClaimStands, "claim_stands", "settlement", true,
                "Dat kan niet meer of nog niet met de aanvraag {who}: die is {word}.",
                "Ce n’est plus ou pas encore possible pour la demande {who} : elle est {word}.",
                "That cannot be done any more, or not yet, with the claim {who}: it is {word}.";
            NotInClaim, "not_in_claim", "settlement", true,
                "Dat staat niet, of niet meer, in de aanvraag {who}.",
                "Cela ne figure pas, ou plus, dans la demande {who}.",
                "That is not in the claim {who}, or no longer.";
            OwnClaim, "own_claim", "guards.own_claim", true,
                "{who} diende de aanvraag in en keurt ze dus niet goed.",
                "{who} a introduit la demande et ne l’approuve donc pas.",
                "{who} filed the claim and so does not approve it.";
            SettlementBudget, "settlement_budget", "settlement.budget", true,
                "De aanvraag van {who} komt op {euro} euro; het budget heeft er nog {euro_limit}{through}.",
                "La demande de {who} s’élève à {euro} euros ; il en reste {euro_limit} au budget{through}.",
                "The claim of {who} comes to {euro} euro; the budget has {euro_limit} left{through}.";
            InClaim, "in_claim", "settlement", true,
                "Dat staat in de aanvraag {who}; wijs het daar eerst af.",
                "Cela figure dans la demande {who} ; refusez-le d’abord là.",
                "That is in the claim {who}; turn it down there first.";
            Settled, "settled", "settlement", true,
                "Dat is afgerekend met de aanvraag {who} en kan alleen nog teruggevorderd worden.",
                "Cela est réglé par la demande {who} et ne peut plus qu’être récupéré.",
                "That was settled with the claim {who} and can only be clawed back.";
            NotSettled, "not_settled", "settlement", true,
                "Dat is niet afgerekend, dus er valt niets terug te vorderen.",
                "Cela n’est pas réglé : il n’y a rien à récupérer.",
                "That was not settled, so there is nothing to claw back.";
            NotBacked, "not_backed", "circulation.euro_backed", true,
                "In deze munt staan er geen euro’s tegenover de eenheden.",
                "Dans cette monnaie, aucun euro ne couvre les unités.",
                "In this currency no euro back the units.";
            EuroNotWhole, "euro_not_whole", "unit.value", true,
                "{euro} euro is geen heel aantal eenheden.",
                "{euro} euros ne font pas un nombre entier d’unités.",
                "{euro} euro is no whole number of units.";
            BackingShort, "backing_short", "circulation.euro_backed", true,
                "Nodig is {euro} euro; op de rekening is er {euro_limit}.",
                "Il faut {euro} euros ; le compte en porte {euro_limit}.",
                "{euro} euro is needed; the account has {euro_limit}.";
            ExchangeBackOff, "exchange_back_off", "exchange_back", true,
                "In deze munt worden eenheden niet teruggewisseld.",
                "Dans cette monnaie les unités ne sont pas rééchangées.",
                "In this currency units are not exchanged back.";
            ExchangeNotAgreed, "exchange_not_agreed", "exchange_back", true,
                "{who} kan niet terugwisselen: dat doet wie er een contract met een rekening voor heeft, of wie de munt het toestaat.",
                "{who} ne peut pas rééchanger : il faut un contrat avec un compte, ou que la monnaie le permette.",
                "{who} cannot exchange back: that takes a contract with an account, or that the currency lets them.";
            PendingUnknown, "pending_unknown", "pending", true,
                "Er wacht geen order met dat nummer.",
                "Aucun ordre en attente ne porte cet identifiant.",
                "No order with that id is waiting.";
            NotTheProposer, "not_the_proposer", "pending", true,
                "Alleen {who} kan deze order intrekken.",
                "Seul {who} peut retirer cet ordre.",
                "Only {who} can withdraw this order.";
            CannotWait, "cannot_wait", "pending", true,
                "Dit kan niet op iemand anders wachten; vraag het in een rol die het zelf mag.",
                "Ceci ne peut pas attendre quelqu’un d’autre ; demandez-le dans un rôle qui le permet.",
                "This cannot wait for somebody else; ask it in a role that may do it.";
            PersonUnknown, "person_unknown", "people", true,
                "De persoon {who} is hier niet bekend.",
                "La personne {who} n’est pas connue ici.",
                "The person {who} is not known here.";
            ScopeWrong, "scope_wrong", "roles.scope", true,
                "De rol {what} geldt voor een bestaande partner of een passend contactpunt, of voor geen van beide.",
                "Le rôle {what} vaut pour un partenaire existant ou un point de contact adéquat, ou pour aucun.",
                "The role {what} holds for an existing partner or a fitting contact point, or for neither.";
            AlreadyAppointed, "already_appointed", "roles", true,
                "{who} heeft de rol {what} al.",
                "{who} a déjà le rôle {what}.",
                "{who} holds the role {what} already.";
            NotAppointed, "not_appointed", "roles", true,
                "{who} heeft de rol {what} niet, of die eindigt al eerder.",
                "{who} n’a pas le rôle {what}, ou il se termine déjà plus tôt.",
                "{who} does not hold the role {what}, or it ends earlier already.";
            DatesWrong, "dates_wrong", "calendar", true,
                "Het begin, {from}, ligt na het einde, {until}, of het einde is al voorbij.",
                "Le début, {from}, est après la fin, {until}, ou la fin est déjà passée.",
                "The start, {from}, is after the end, {until}, or the end is past already.";
            MandateUnknown, "mandate_unknown", "mandates", true,
                "De volmacht {who} bestaat niet of is al ingetrokken.",
                "Le mandat {who} n’existe pas ou est déjà révoqué.",
                "The mandate {who} does not exist or was revoked already.";
            MandateExists, "mandate_exists", "mandates", true,
                "Het nummer {who} van de volmacht is al in gebruik.",
                "L’identifiant {who} du mandat est déjà utilisé.",
                "The mandate id {who} is in use already.";
            MandateToSelf, "mandate_to_self", "mandates", true,
                "{who} kan zichzelf geen volmacht geven.",
                "{who} ne peut pas se donner un mandat.",
                "{who} cannot give themselves a mandate.";
            MandateByHolder, "mandate_by_holder", "mandates", true,
                "Een volmacht wordt nooit geregistreerd door wie ze krijgt: {who}.",
                "Un mandat n’est jamais enregistré par la personne qui le reçoit : {who}.",
                "A mandate is never recorded by the person who gets it: {who}.";
            MandateEmpty, "mandate_empty", "mandates", true,
                "Een volmacht noemt minstens één handeling die namens een deelnemer kan.",
                "Un mandat nomme au moins un acte possible au nom d’un participant.",
                "A mandate names at least one act that can be done for a participant.";
            NoticeUnknown, "notice_unknown", "expiry.notice", true,
                "Aan {who} is geen aanmaning gegeven over {until}.",
                "Aucun rappel n’a été donné à {who} au sujet du {until}.",
                "No notice was given to {who} about {until}.";
            NoticeSettled, "notice_settled", "expiry.notice", true,
                "Van de aanmaning aan {who} over {until} is al geweten wat ervan werd.",
                "On sait déjà ce qu’est devenu le rappel à {who} au sujet du {until}.",
                "What became of the notice to {who} about {until} is known already.";
            BulkOff, "bulk_off", "expiry.bulk", true,
                "In deze munt krijgen eenheden die er al zijn geen vroeger einde.",
                "Dans cette monnaie les unités existantes ne reçoivent pas de fin plus proche.",
                "In this currency units there are already are not given an earlier end.";
            NoticeTooShort, "notice_too_short", "expiry.notice", true,
                "{until} is te vroeg: ten vroegste op {from}, zodat de houders het op tijd weten.",
                "Le {until} est trop proche : au plus tôt le {from}, pour que les détenteurs le sachent à temps.",
                "{until} is too soon: {from} at the earliest, so that the holders know in time.";
            WholeMonths, "whole_months", "lots.grain", true,
                "Eenheden worden hier per maand bijgehouden: kies van {from} tot en met {until}.",
                "Les unités sont suivies ici par mois : choisissez du {from} au {until} inclus.",
                "Units are kept by the month here: choose from {from} through {until}.";
            NothingEnds, "nothing_ends", "expiry.bulk", true,
                "Niemand houdt eenheden van die dagen die na {until} zouden eindigen.",
                "Personne ne détient d’unités de ces jours qui prendraient fin après le {until}.",
                "Nobody holds units of those days that would end after {until}.";
            NeedsConversion, "needs_conversion", "amendment", true,
                "Het onderdeel {what} kan niet wijzigen zonder bestaande eenheden om te zetten.",
                "L’élément {what} ne peut changer sans convertir les unités existantes.",
                "The part {what} cannot change without converting existing units.";
            AmendmentDay, "amendment_day", "amendment", true,
                "Een wijziging gaat in na de lopende dag en na de vorige wijziging: ten vroegste op {from}.",
                "Une modification prend effet après le jour en cours et la modification précédente : au plus tôt le {from}.",
                "An amendment takes effect after the current day and the amendment before it: on {from} at the earliest.";
        }
    };
}

pub(super) use for_each_code;
