package development

import (
	"cmp"

	"erba/kernel"
	"erba/platform/db"
)

const judged = `j.id, j.account_id, j.kind, j.scores, j.evidence, j.author_id, j.author, j.judged_on, j.expires_on, j.version, j.latest`

// latest are the judgements that count, of an account or, with none, of all.
func latest(tx *db.Tx, account kernel.ID) ([]Judgement, error) {
	return db.List[Judgement](tx, `SELECT `+judged+` FROM development_judgements j WHERE j.latest AND ? AND ? ORDER BY j.account_id, j.kind`,
		of("j.account_id", account), tx.Visible("j.account_id"))
}

// of narrows a statement to an account, if there is one.
func of(column string, account kernel.ID) db.Cond {
	return db.If(!account.IsZero(), column+" = ?", account)
}

// last is what was last said of a kind about an account, with version 0 if nobody has said anything.
func last(tx *db.Tx, account kernel.ID, kind string) (Judgement, error) {
	found, err := db.List[Judgement](tx, `SELECT `+judged+` FROM development_judgements j WHERE j.latest AND j.account_id = ? AND j.kind = ? AND ?`,
		account, kind, tx.Visible("j.account_id"))
	if err != nil || len(found) == 0 {
		return Judgement{Account: account, Kind: kind}, err
	}
	return found[0], nil
}

// past are all judgements of a kind, of an account or, with none, of all; the oldest first.
func past(tx *db.Tx, account kernel.ID, kind string) ([]Judgement, error) {
	return db.List[Judgement](tx, `SELECT `+judged+` FROM development_judgements j WHERE ? AND j.kind = ? AND ? ORDER BY j.judged_on, j.version`,
		db.If(!account.IsZero(), "j.account_id = ?", account), kind, tx.Visible("j.account_id"))
}

func addJudgement(tx *db.Tx, j Judgement) error { return db.Insert(tx, "development_judgements", j) }

// retire takes the word from the version that somebody has read.
func retire(tx *db.Tx, j Judgement) error {
	return tx.Replace(`UPDATE development_judgements SET latest = ? WHERE account_id = ? AND kind = ? AND version = ? AND latest AND ?`,
		false, j.Account, j.Kind, j.Version, tx.Visible("development_judgements.account_id"))
}

const meeting = `m.id, m.account_id, m.team, m.met_on, m.subject, m.author_id, m.author, m.version`

// meetings are those after a day, of an account or, with none, of all; the latest first.
func meetings(tx *db.Tx, account kernel.ID, after kernel.Date) ([]Meeting, error) {
	return db.List[Meeting](tx, `SELECT `+meeting+` FROM development_meetings m WHERE m.met_on > ? AND ? AND ? ORDER BY m.account_id, m.met_on DESC, m.id DESC`,
		after, of("m.account_id", account), tx.Visible("m.account_id"))
}

// findMeeting is a meeting with an account.
func findMeeting(tx *db.Tx, account, id kernel.ID) (Meeting, error) {
	found, err := db.List[Meeting](tx, `SELECT `+meeting+` FROM development_meetings m WHERE m.id = ? AND m.account_id = ? AND ?`, id, account, tx.Visible("m.account_id"))
	if err != nil || len(found) == 0 {
		return Meeting{}, cmp.Or(err, error(kernel.Missing("development.no_meeting")))
	}
	return found[0], nil
}

func addMeeting(tx *db.Tx, m Meeting) error { return db.Insert(tx, "development_meetings", m) }

func dropMeeting(tx *db.Tx, m Meeting) error {
	return tx.Replace(`DELETE FROM development_meetings WHERE id = ? AND version = ? AND ?`, m.ID, m.Version, tx.Visible("development_meetings.account_id"))
}

// touch notes that something has changed.
func touch(tx *db.Tx) error {
	_, err := tx.Exec(`UPDATE development_state SET revision = revision + 1 WHERE id = 1 AND ?`, tx.Shared())
	return err
}

// revision counts all changes.
func revision(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT s.revision FROM development_state s WHERE s.id = 1 AND ?`, tx.Shared())
}
