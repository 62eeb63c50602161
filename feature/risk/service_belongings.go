package risk

import (
	"maps"
	"slices"

	"erba/analysis/risk"
	"erba/feature/account"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/event"
	"erba/platform/identity"
)

// verdict is what a merge has to know of a judgement.
type verdict struct {
	ID    kernel.ID `db:"id"`
	Cause string    `db:"cause"`
}

// breach is what a merge has to know of an interruption.
type breach struct {
	ID     kernel.ID   `db:"id"`
	Closed kernel.Date `db:"closed_on"`
}

// belongings are what somebody has judged of an account, and what he has decided
// about signals: they go with it. A cause that the other one was judged by itself
// stays behind, and so does an interruption where the other one is interrupted.
var (
	judgements = account.Kept[verdict]{Table: "risks", Columns: "k.id, k.cause", Reason: "risk.judged_for", Bring: bringRisk,
		Settle: func(c verdict, own []verdict) (verdict, bool) {
			return c, !slices.ContainsFunc(own, func(o verdict) bool { return o.Cause == c.Cause })
		}}
	decisions = account.Kept[kernel.ID]{Table: "risk_signals", Columns: "k.id", Reason: "risk.signalled_for", Bring: bringSignal}
	breaches  = account.Kept[breach]{Table: "risk_interruptions", Columns: "k.id, k.closed_on", Reason: "risk.broken_for", Bring: bringBreach,
		Settle: func(b breach, own []breach) (breach, bool) {
			return b, !b.Closed.IsZero() || !slices.ContainsFunc(own, func(o breach) bool { return o.Closed.IsZero() })
		}}
	history = account.Kept[kernel.ID]{Table: "risk_levels", Columns: "k.id", Reason: "risk.judged_for",
		Settle: func(id kernel.ID, _ []kernel.ID) (kernel.ID, bool) { return id, false },
		Bring:  func(*db.Tx, kernel.ID, kernel.ID) error { return nil }}
)

func keep(events *event.Bus) {
	account.Keep(events, judgements)
	account.Keep(events, decisions)
	account.Keep(events, breaches)
	account.Keep(events, history)
}

func bringRisk(tx *db.Tx, c verdict, account kernel.ID) error {
	return tx.Replace(`UPDATE risks SET account_id = ?, version = version + 1 WHERE id = ? AND ?`, account, c.ID, tx.Visible("risks.account_id"))
}

func bringSignal(tx *db.Tx, id, account kernel.ID) error {
	return tx.Replace(`UPDATE risk_signals SET account_id = ?, version = version + 1 WHERE id = ? AND ?`, account, id, tx.Visible("risk_signals.account_id"))
}

func bringBreach(tx *db.Tx, b breach, account kernel.ID) error {
	return tx.Replace(`UPDATE risk_interruptions SET account_id = ?, version = version + 1 WHERE id = ? AND ?`, account, b.ID, tx.Visible("risk_interruptions.account_id"))
}

// merged and parted: what was brought along, or back, may be worse than what is
// there.
func (s *Service) merged(tx *db.Tx, e account.Merged) error { return s.resettle(tx, e.From, e.Into) }

func (s *Service) parted(tx *db.Tx, e account.Parted) error { return s.resettle(tx, e.From, e.Into) }

func (s *Service) resettle(tx *db.Tx, accounts ...kernel.ID) error {
	for _, id := range accounts {
		if err := s.settle(tx, id); err != nil {
			return err
		}
	}
	return nil
}

// handed notes that accounts have another manager, and has signals look at them
// soon. Where there was nobody, or is nobody now, there is no relationship to lose.
func (s *Service) handed(tx *db.Tx, e account.Handed) error {
	if e.To.IsZero() || len(e.From) == 0 {
		return nil
	}
	return s.happens(tx, risk.Handed, slices.Collect(maps.Keys(e.From))...)
}

// happens notes what has happened to accounts.
func (s *Service) happens(tx *db.Tx, kind string, accounts ...kernel.ID) error {
	whole, all := identity.Whole(tx), make([]happening, len(accounts))
	for i, id := range accounts {
		all[i] = happening{kernel.NewID(), id, kind, s.today()}
	}
	if err := addEvents(whole, all...); err != nil {
		return err
	}
	return s.Soon(tx)
}
