package risk

import (
	"erba/kernel"
	"erba/platform/db"
)

const brokenColumns = `i.id, i.account_id, i.cause, i.opened_on, i.stage_before, i.description, i.recovery, i.owner_id, i.due_on, i.closed_on, i.result,
	i.closing, i.by_id, i.by_name, i.version`

// interruptions are those of an account, the latest first.
func interruptions(tx *db.Tx, account kernel.ID) ([]Interruption, error) {
	all, err := db.List[Interruption](tx, `SELECT `+brokenColumns+` FROM risk_interruptions i WHERE i.account_id = ? AND ? ORDER BY i.opened_on DESC, i.id DESC`,
		account, tx.Visible("i.account_id"))
	for n := range all {
		if err == nil {
			all[n].Offers, err = offers(tx, all[n].ID)
		}
	}
	return all, err
}

// cases are the interruptions of all accounts in sight, those that still are first.
func cases(tx *db.Tx) ([]Case, error) {
	all, err := db.List[Case](tx, `SELECT `+brokenColumns+`, a.code, a.name FROM risk_interruptions i JOIN accounts a ON a.id = i.account_id
		WHERE ? ORDER BY CASE WHEN i.closed_on IS NULL THEN 0 ELSE 1 END, i.opened_on DESC, i.id DESC LIMIT 500`, tx.Visible("i.account_id"))
	if err != nil {
		return nil, err
	}
	given, err := db.List[Offer](tx, `SELECT `+offerColumns+` FROM risk_offers o JOIN risk_interruptions i ON i.id = o.interruption_id WHERE ? ORDER BY o.id`, tx.Visible("i.account_id"))
	for n := range all {
		all[n].Offers = []Offer{}
		for _, o := range given {
			if o.Interruption == all[n].ID {
				all[n].Offers = append(all[n].Offers, o)
			}
		}
	}
	return all, err
}

// brokenNow are the accounts in sight whose relationship is interrupted, and since
// when.
func brokenNow(tx *db.Tx, accounts ...kernel.ID) (map[kernel.ID]kernel.Date, error) {
	type gap struct {
		Account kernel.ID   `db:"account_id"`
		Since   kernel.Date `db:"opened_on"`
	}
	found := map[kernel.ID]kernel.Date{}
	all, err := db.List[gap](tx, `SELECT i.account_id, i.opened_on FROM risk_interruptions i WHERE i.closed_on IS NULL AND ? AND ?`,
		of("i.account_id", accounts), tx.Visible("i.account_id"))
	for _, g := range all {
		found[g.Account] = g.Since
	}
	return found, err
}

func findInterruption(tx *db.Tx, id kernel.ID) (Interruption, error) {
	return db.Find[Interruption](tx, `SELECT `+brokenColumns+` FROM risk_interruptions i WHERE i.id = ? AND ?`, id, tx.Visible("i.account_id"))
}

func addInterruption(tx *db.Tx, i Interruption) error { return db.Insert(tx, "risk_interruptions", i) }

// replaceInterruption writes over the version that somebody has read.
func replaceInterruption(tx *db.Tx, i Interruption) error {
	return tx.Replace(`UPDATE risk_interruptions SET cause = ?, opened_on = ?, description = ?, recovery = ?, owner_id = ?, due_on = ?, closed_on = ?,
			result = ?, closing = ?, version = version + 1
		WHERE id = ? AND version = ? AND ?`, i.Cause, i.Opened, i.Description, i.Recovery, i.Owner, i.Due, i.Closed,
		i.Result, i.Closing, i.ID, i.Version, tx.Visible("risk_interruptions.account_id"))
}

const offerColumns = `o.id, o.interruption_id, o.measure, o.spend, o.offered_on, o.result, o.remark, o.by_id, o.version`

func offers(tx *db.Tx, interruption kernel.ID) ([]Offer, error) {
	return db.List[Offer](tx, `SELECT `+offerColumns+` FROM risk_offers o JOIN risk_interruptions i ON i.id = o.interruption_id
		WHERE o.interruption_id = ? AND ? ORDER BY o.id`, interruption, tx.Visible("i.account_id"))
}

func findOffer(tx *db.Tx, id kernel.ID) (Offer, error) {
	return db.Find[Offer](tx, `SELECT `+offerColumns+` FROM risk_offers o JOIN risk_interruptions i ON i.id = o.interruption_id WHERE o.id = ? AND ?`,
		id, tx.Visible("i.account_id"))
}

func addOffer(tx *db.Tx, o Offer) error { return db.Insert(tx, "risk_offers", o) }

// replaceOffer writes over the version that somebody has read.
func replaceOffer(tx *db.Tx, o Offer) error {
	return tx.Replace(`UPDATE risk_offers SET measure = ?, spend = ?, offered_on = ?, result = ?, remark = ?, version = version + 1
		WHERE id = ? AND version = ? AND interruption_id IN (SELECT i.id FROM risk_interruptions i WHERE ?)`,
		o.Measure, o.Spend, o.On, o.Result, o.Remark, o.ID, o.Version, tx.Visible("i.account_id"))
}

// countInterruptions is how many there have been.
func countInterruptions(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM risk_interruptions i WHERE ?`, tx.Visible("i.account_id"))
}
