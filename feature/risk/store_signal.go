package risk

import (
	"erba/kernel"
	"erba/platform/db"
)

const signalColumns = `s.id, s.account_id, s.kind, s.cause, s.probability, s.value, s.cut, s.raised_on, s.state, s.reason, s.by_id, s.by_name, s.decided_on, s.version`

// signalsOf are those of an account, those to be decided first, then the latest.
func signalsOf(tx *db.Tx, account kernel.ID) ([]Signal, error) {
	return db.List[Signal](tx, `SELECT `+signalColumns+` FROM risk_signals s WHERE s.account_id = ? AND ?
		ORDER BY CASE s.state WHEN 'proposed' THEN 0 ELSE 1 END, s.id DESC LIMIT 50`, account, tx.Visible("s.account_id"))
}

// proposals are the signals of accounts in sight that wait for a decision.
func proposals(tx *db.Tx) ([]Signal, error) {
	return db.List[Signal](tx, `SELECT `+signalColumns+` FROM risk_signals s WHERE s.state = 'proposed' AND ? ORDER BY s.account_id, s.id`, tx.Visible("s.account_id"))
}

// latestSignals are the last ones of every account and kind.
func latestSignals(tx *db.Tx) ([]Signal, error) {
	return db.List[Signal](tx, `SELECT `+signalColumns+` FROM risk_signals s
		WHERE s.id = (SELECT max(n.id) FROM risk_signals n WHERE n.account_id = s.account_id AND n.kind = s.kind) AND ?`, tx.Visible("s.account_id"))
}

func findSignal(tx *db.Tx, id kernel.ID) (Signal, error) {
	return db.Find[Signal](tx, `SELECT `+signalColumns+` FROM risk_signals s WHERE s.id = ? AND ?`, id, tx.Visible("s.account_id"))
}

func addSignals(tx *db.Tx, all ...Signal) error { return db.Insert(tx, "risk_signals", all...) }

// replaceSignal writes over the version that somebody has read.
func replaceSignal(tx *db.Tx, s Signal) error {
	return tx.Replace(`UPDATE risk_signals SET probability = ?, value = ?, cut = ?, state = ?, reason = ?, by_id = ?, by_name = ?, decided_on = ?, version = version + 1
		WHERE id = ? AND version = ? AND ?`, s.Probability, s.Value, s.Cut, s.State, s.Reason, s.ByID, s.By, s.Decided, s.ID, s.Version, tx.Visible("risk_signals.account_id"))
}

const lookColumns = `k.account_id, k.kind, k.state, k.value, k.cut, k.looked_on`

// looks are how the signals of accounts in sight, or of some, last were.
func looks(tx *db.Tx, accounts ...kernel.ID) ([]Look, error) {
	return db.List[Look](tx, `SELECT `+lookColumns+` FROM risk_looks k WHERE ? AND ?`, of("k.account_id", accounts), tx.Visible("k.account_id"))
}

// keepLooks writes how they are now: what they were goes kind by kind, for there are
// many accounts and few kinds.
func keepLooks(tx *db.Tx, all ...Look) error {
	by := map[string][]kernel.ID{}
	for _, l := range all {
		by[l.Kind] = append(by[l.Kind], l.Account)
	}
	for kind, accounts := range by {
		if _, err := tx.Exec(`DELETE FROM risk_looks WHERE kind = ? AND ? AND ?`, kind, db.In("account_id", accounts...), tx.Visible("risk_looks.account_id")); err != nil {
			return err
		}
	}
	return db.Insert(tx, "risk_looks", all...)
}

// forgetLooks drops those of accounts that signals do not look at any more.
func forgetLooks(tx *db.Tx, accounts ...kernel.ID) error {
	_, err := tx.Exec(`DELETE FROM risk_looks WHERE ? AND ?`, db.In("account_id", accounts...), tx.Visible("risk_looks.account_id"))
	return err
}

// seeLooks notes that all have been looked at on a day, whatever they saw.
func seeLooks(tx *db.Tx, today kernel.Date) error {
	_, err := tx.Exec(`UPDATE risk_looks SET looked_on = ? WHERE looked_on < ? AND ?`, today, today, tx.Visible("risk_looks.account_id"))
	return err
}

// happening is something that has happened to an account.
type happening struct {
	ID      kernel.ID   `db:"id"`
	Account kernel.ID   `db:"account_id"`
	Kind    string      `db:"kind"`
	On      kernel.Date `db:"on_day"`
}

func addEvents(tx *db.Tx, all ...happening) error { return db.Insert(tx, "risk_events", all...) }

// happened is what has last happened to every account, kind by kind.
func happened(tx *db.Tx) ([]happening, error) {
	return db.List[happening](tx, `SELECT e.id, e.account_id, e.kind, e.on_day FROM risk_events e WHERE ? ORDER BY e.id`, tx.Visible("e.account_id"))
}

func forgetEvents(tx *db.Tx, before kernel.Date) error {
	_, err := tx.Exec(`DELETE FROM risk_events WHERE on_day < ? AND ?`, before, tx.Visible("risk_events.account_id"))
	return err
}
