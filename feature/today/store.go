package today

import (
	"erba/kernel"
	"erba/platform/db"
)

// marksOf are those of a user that still hold.
func marksOf(tx *db.Tx, user kernel.ID, today kernel.Date) (marks, error) {
	all, err := db.List[Mark](tx, `SELECT m.id, m.user_id, m.rule, m.about_id, m.subject_id, m.state, m.due_on, m.until_on, m.made_at
		FROM today_marks m WHERE m.user_id = ? AND m.until_on > ? AND ? ORDER BY m.id`, user, today, tx.Shared())
	found := make(marks, len(all))
	for _, m := range all {
		found[m.name()] = m
	}
	return found, err
}

func addMark(tx *db.Tx, m Mark) error { return db.Insert(tx, "today_marks", m) }

// dropMark takes back what its user has said.
func dropMark(tx *db.Tx, user, id kernel.ID) (int64, error) {
	return tx.Exec(`DELETE FROM today_marks WHERE id = ? AND user_id = ? AND ?`, id, user, tx.Shared())
}

// dropPast forgets what somebody has said that holds no longer.
func dropPast(tx *db.Tx, user kernel.ID, today kernel.Date) error {
	_, err := tx.Exec(`DELETE FROM today_marks WHERE user_id = ? AND until_on <= ? AND ?`, user, today, tx.Shared())
	return err
}
