//! Designs: checked, told, written out.

use super::*;

#[test]
fn a_sound_design_is_summed_up() {
    insta::assert_snapshot!(told(&["check", RABOT]), @r"
    Rabotters (example) (rabot-example): sound

    Unit: The rabotter has a value in euro, which partners get and participants never. From 1 January 2010 on: 10 rabotters = 1.00 euro.
    Circulation: Issuing partners credit units for effort.
    Limits: Nobody goes below zero.
    Earning: Ways to earn: 5.
    Redeeming: What units can be spent on outside the ring: 12.
    Expiry: Units are good for 12 months from the day they were earned, to the end of that month. Nothing lapses without a notice, 30 days before, of which it is known whether it arrived. What lapses goes to the common pot. Whoever receives units gets them with their date. An award booked too late to be good is good for 30 days.
    Paying: Units can be given away, from what is on the account. A participant can pay for a relative in need of care.
    Days: An activity is booked up to 14 days later. What waits for somebody waits 30 days.
    Correcting: An entry can be taken back up to 60 days later. If some is spent, the rest comes from what else the receiver has. What comes back after its date is good for 14 days.
    Leaving: What a leaver has left goes to the common pot. A debt is not written off. When somebody dies, an heir may receive what is left.
    Lots: Every issue is followed on its own. What lapses first is spent first.
    [0]
    ");
}

#[test]
fn what_a_design_decides_is_told_in_dutch() {
    insta::assert_snapshot!(told(&["explain", "../designs/wijk-example.toml", "--lang", "nl"]), @r"
    Wijkpunten (voorbeeld) (wijk-example)

    Eenheid
      De wijkpunt staat voor niets anders dan zichzelf.
      Cijfers na de komma in de boeken: 1.

    Omloop
      Uitgiftepartners kennen eenheden toe voor inzet.
      Deelnemers betalen met wat ze nog moeten verdienen.

    Grenzen
      Een saldo zakt tot hoogstens -50,0 wijkpunten.
      Een saldo groeit tot hoogstens 500,0 wijkpunten.

    Verdienen
      Manieren om te verdienen: 2.
      - Opruimactie in de wijk (opruimen): 10,0 wijkpunten per uur, per 30 minuten, naar beneden
      - Deelnemen aan de wijkraad (wijkraad): 7,5 wijkpunten per keer

    Verdienplafonds
      Wat verdiend wordt, telt mee op de dag van de activiteit.
      - wijkraad-week (wijkraad): 1 keer per persoon, per week; meer wordt geweigerd

    Verzilveren
      Wat met eenheden te krijgen is: 3.
      - Koffie in het wijkhuis (koffie): 2,5 wijkpunten
      - Oogsten in de pluktuin (pluktuin): 5,0 wijkpunten
      - Wijkzaal, een avond (zaal): 80,0 wijkpunten

    Verval
      Eenheden gelden tot het einde van het jaar waarin ze verdiend zijn.
      Niets vervalt zonder aanmaning, 45 dagen vooraf.
      Daarna zijn er nog 31 dagen respijt.
      Wat vervalt, gaat naar de gemeenschappelijke pot.
      Bij een betaling begint de termijn opnieuw.
      Wat te laat geboekt wordt om nog te gelden, wordt geweigerd.

    Betalen
      Schenken kan, van wat er op de rekening staat.

    Dagen
      Een activiteit wordt tot 7 dagen later geboekt.
      Wat op iemand wacht, wacht 30 dagen.

    Rechtzetten
      Een boeking wordt tot 30 dagen later teruggenomen.
      Wat uitgegeven is, blijft de ontvanger schuldig.
      Wat na zijn datum terugkomt, vervalt meteen.

    Vertrekken
      Wat een vertrekker overhoudt, gaat naar de gemeenschappelijke pot.
      Een schuld wordt niet kwijtgescholden.
      Bij overlijden kan een erfgenaam ontvangen wat er staat.

    Loten
      De uitgiften van een maand worden samen gevolgd.
      Wat het eerst vervalt, wordt het eerst uitgegeven.

    Contactpunten
      - cp-1: administratiepunt, verzilverloket

    Rollen
      - administration_point: register_participant, record_fact, give_mandate (register), revoke_mandate (register), welcome, reverse (propose), close_account (propose)
      - exchange_office: transfer (register), award (register), gift (register), reverse (propose own same_day), send_notes, receive_notes, pay_out, take_in, swap_notes, keep_till, count_cash, top_up, see_account (register)
      - issuing_partner: award (allow own), reverse (propose own), receive_notes (allow own)
      - mediator: register_participant (register), record_fact (behalf), transfer (behalf), welcome (register), award (propose), gift (behalf second), redeem (behalf), reserve (behalf), reverse (propose own), pay_out (behalf second), take_in (behalf second), record_notice, change_account_state (propose), set_limits (propose), exceed_limit (propose), close_account (behalf), see_account (behalf)
      - participant: register_participant (allow own), record_fact (allow own), give_mandate (allow own), revoke_mandate (allow own), transfer (allow own), award (propose own), gift (allow own), redeem (allow own), reserve (allow own), reverse (propose own), pay_out (propose own), take_in (propose own), close_account (propose own), see_account (allow own)
      - project_manager: adopt_design (propose), approve_partner (propose), appoint_role, take_over (allow second), register_participant, record_fact, give_mandate (register), revoke_mandate, welcome, award (allow second), reserve, restock, reverse, print_notes (allow second), send_notes (allow second), receive_notes (allow second), chargeback (allow second), approve_difference, claim_settlement, reject_claim, approve_settlement (allow second), confirm_payment, claw_back (allow second), top_up, fund_backing (allow second), exchange_back (allow second), pay_given (allow second), record_notice, end_units (propose), change_account_state, set_limits, exceed_limit (allow second), close_account, write_off (allow second), see_account
      - redeeming_partner: redeem (register own), reserve (allow own), restock (allow own), reverse (propose own), claim_settlement (allow own), exchange_back (propose own)
      - redemption_desk: redeem, reserve, restock, reverse (propose own), keep_till, count_cash, see_account (register)
      - steering_group: adopt_design (allow second), approve_partner, appoint_role (propose), end_units (allow second), set_limits
      - system: welcome, award, reserve, claim_settlement, top_up, close_day, record_notice, close_account

    Vanaf de eerste dag
      - s-001: steering_group
      - s-002: steering_group
      - s-010: project_manager
      - s-040: administration_point (cp-1)
      - s-050: issuing_partner (p-01)
      - s-900: system
    [0]
    ");
}

#[test]
fn a_resolved_design_is_a_design() {
    let resolved = muntwerk(&["check", RABOT, "--resolved"]).output().unwrap();
    let path = file("resolved.toml");
    std::fs::write(&path, &resolved.stdout).unwrap();
    let again = muntwerk(&["check", path.to_str().unwrap(), "--resolved"]).output().unwrap();
    assert!(again.status.success());
    assert_eq!(again.stdout, resolved.stdout);
}

#[test]
fn a_design_that_contradicts_itself_is_told_with_its_places() {
    let design = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(RABOT)).unwrap();
    let path = file("wrong.toml");
    std::fs::write(
        &path,
        design.replace("months = 12 ", "months = 0 ").replace("price = 30 ", "price = -3 "),
    )
    .unwrap();
    let path = path.to_str().unwrap();
    insta::assert_snapshot!(told(&["check", path]).replace(path, "wrong.toml"), @r"
    wrong.toml:68:9: redemption[0].price: an amount lies between 0 and 9007199254740991 minor units, and -3 does not
    wrong.toml:126:9: redemption[9].price: an amount lies between 0 and 9007199254740991 minor units, and -3 does not
    wrong.toml:148:10: expiry.months: this lies between 1 and 600, and 0 does not
    [1]
    ");
}
