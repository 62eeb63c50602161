package development

import (
	"slices"

	"erba/feature/account"
	"erba/kernel"
	"erba/platform/db"
)

// said is what a merge has to know of a judgement.
type said struct {
	ID     kernel.ID `db:"id"`
	Kind   string    `db:"kind"`
	Latest bool      `db:"latest"`
}

// What people said of an account, and the meetings with it, go with it. Where both
// have been judged, what was said of the one that stays counts. An interruption
// stays one. The stages follow from all this; those of an account that is merged
// away rest.
var (
	judgements = account.Kept[said]{Table: "development_judgements", Columns: "k.id, k.kind, k.latest", Reason: "development.judged_on", Settle: beside, Bring: bringJudgement}
	joint      = account.Kept[kernel.ID]{Table: "development_meetings", Columns: "k.id", Reason: "development.met_with", Bring: bringMeeting}
	broken     = account.Kept[kernel.ID]{Table: "development_breaks", Columns: "k.id", Reason: "development.broken_with", Settle: once, Bring: bringBreak}
)

// beside is a judgement as it arrives at an account that has been judged, too.
func beside(j said, own []said) (said, bool) {
	j.Latest = j.Latest && !slices.ContainsFunc(own, func(o said) bool { return o.Kind == j.Kind })
	return j, true
}

func once(id kernel.ID, own []kernel.ID) (kernel.ID, bool) { return id, len(own) == 0 }

func bringJudgement(tx *db.Tx, j said, account kernel.ID) error {
	_, err := tx.Exec(`UPDATE development_judgements SET account_id = ?, latest = ? WHERE id = ? AND ?`, account, j.Latest, j.ID, tx.Visible("development_judgements.account_id"))
	return err
}

func bringMeeting(tx *db.Tx, id, account kernel.ID) error {
	_, err := tx.Exec(`UPDATE development_meetings SET account_id = ?, version = version + 1 WHERE id = ? AND ?`, account, id, tx.Visible("development_meetings.account_id"))
	return err
}

func bringBreak(tx *db.Tx, id, account kernel.ID) error {
	_, err := tx.Exec(`UPDATE development_breaks SET account_id = ? WHERE id = ? AND ?`, account, id, tx.Visible("development_breaks.account_id"))
	return err
}
