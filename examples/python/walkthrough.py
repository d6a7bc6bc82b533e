"""Open, award, transfer, refuse, close, look: three hours of work for the neighbourhood, and what becomes of it.

Run with `python examples/python/walkthrough.py`, with the package `muntwerk` installed.
"""

import datetime as dt
import uuid

from muntwerk import Design, Ledger, Order, Refused
from muntwerk.indicators import Flows, Transactions
from muntwerk.orders import Appoint, ApprovePartner, Ask, Award, OpenAccount, PayAmount, Transfer

TODAY = dt.date(2025, 1, 2)


def order(ask: Ask, actor: str, role: str, day: dt.date = TODAY) -> Order:
    """An order with an id of its own. A real host keeps the id, and sends it again if no answer came."""
    return Order(uuid.uuid4(), ask, actor=actor, role=role, booking_day=day)


def main() -> None:
    """The walk-through."""
    torekes = Design.named("torekes")
    ledger = Ledger.in_memory(torekes, day=TODAY)

    # The people of the design let others in.
    steering, project = ("s-001", "steering_group"), ("s-010", "project_manager")
    for ask, (actor, role) in [
        (ApprovePartner("p-01", ("issuing",)), steering),
        (Appoint("s-050", "issuing_partner", TODAY, scope="p-01"), project),
        (OpenAccount("m-0001", "person", ("m-0001",)), project),
        (OpenAccount("m-0002", "person", ("m-0002",)), project),
    ]:
        ledger.execute(order(ask, actor, role))

    # Three hours of work, 180 minutes of the line `buurtwerk` of the earning catalogue.
    work = order(Award("p-01", "m-0001", "buurtwerk", 180), "s-050", "issuing_partner")
    print("would book:", {leg.account: leg.amount for leg in ledger.preview(work).legs})
    print("booked as number", ledger.execute(work).number)
    print("sent again, same answer:", ledger.execute(work).repeated)

    pay = order(Transfer("m-0001", "m-0002", PayAmount(25)), "m-0001", "participant")
    ledger.execute(pay)
    print("left:", ledger.balance("m-0001"), "and", ledger.balance("m-0002"))

    # No is an answer too: a code, the figures, a sentence in three languages.
    try:
        ledger.execute(order(Transfer("m-0001", "m-0002", PayAmount(10_000)), "m-0001", "participant"))
    except Refused as refused:
        print(refused.code, refused.figures.asked, refused.figures.available)
        print(refused.message("nl"))

    ledger.close_day(TODAY)
    print("today it is", ledger.day)
    print(ledger.text("statement", "nl", account="m-0001"))

    # Figures say what they count; without anything to count there is no value, and not 0.
    movements = ledger.movements()
    paid = movements.ask(Transactions(window=(TODAY, TODAY), kinds=("transfer",), population="participants"))
    flows = movements.ask(Flows(window=(TODAY, TODAY), by="day"))
    if paid.value is not None and flows.value is not None:
        print("payments:", paid.value.count, "of", paid.amount(paid.value.mean), movements.unit, "on average")
        print("outstanding:", flows.amount(flows.value[-1].outstanding), movements.unit)

    assert ledger.trial_balance().sum == 0
    print("every line of the journal holds:", ledger.verify().lines)


if __name__ == "__main__":
    main()
