package review

import (
	"erba/kernel"
	"erba/platform/db"
)

const columns = `r.id, r.user_id, r.month_on, r.comment, r.verdict, r.signed_by, r.signed_on, r.figures, r.version`

// reviews are those of a month, by user. They belong to people, not to accounts:
// whose may be read is the service's to say.
func reviews(tx *db.Tx, month kernel.Date) (map[kernel.ID]Review, error) {
	rows, err := db.List[Review](tx, `SELECT `+columns+` FROM reviews r WHERE r.month_on = ? AND ?`, month, tx.Shared())
	all := make(map[kernel.ID]Review, len(rows))
	for _, r := range rows {
		all[r.User] = r
	}
	return all, err
}

// of is somebody's review of a month, with version 0 if nobody has said anything.
func of(tx *db.Tx, user kernel.ID, on kernel.Date) (Review, error) {
	found, err := db.List[Review](tx, `SELECT `+columns+` FROM reviews r WHERE r.user_id = ? AND r.month_on = ? AND ?`, user, on, tx.Shared())
	if err != nil || len(found) == 0 {
		return Review{User: user, Month: on}, err
	}
	return found[0], nil
}

func add(tx *db.Tx, r Review) error { return db.Insert(tx, "reviews", r) }

// replace writes over the version that somebody has read.
func replace(tx *db.Tx, r Review) error {
	return tx.Replace(`UPDATE reviews SET comment = ?, verdict = ?, signed_by = ?, signed_on = ?, figures = ?, version = version + 1
		WHERE id = ? AND version = ? AND ?`, r.Comment, r.Verdict, r.SignedBy, r.Signed, r.Figures, r.ID, r.Version, tx.Shared())
}
