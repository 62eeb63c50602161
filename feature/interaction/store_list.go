package interaction

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

const rowColumns = columns + `, a.code, a.name`

// list is a page of contacts, the latest first.
func list(tx *db.Tx, w Which) ([]Row, error) {
	after := db.If(false, "")
	if !w.After.IsZero() {
		last, err := find(tx, w.After)
		if err != nil {
			return nil, err
		}
		after = db.If(true, "(i.held_on < ? OR i.held_on = ? AND (i.held_at < ? OR i.held_at = ? AND i.id < ?))", last.On, last.On, last.At, last.At, last.ID)
	}
	return db.List[Row](tx, `SELECT `+rowColumns+` FROM interactions i JOIN accounts a ON a.id = i.account_id
		WHERE ? AND ? AND ? ORDER BY i.held_on DESC, i.held_at DESC, i.id DESC LIMIT ?`, w.cond(tx), after, tx.Visible("i.account_id"), w.Limit)
}

// cond is what narrows a list, without the page.
func (w Which) cond(tx *db.Tx) db.Cond {
	return db.If(true, "? AND ? AND ? AND ? AND ? AND ?",
		db.If(!w.Account.IsZero(), "i.account_id = ?", w.Account), db.If(w.Channel != "", "i.channel = ?", w.Channel),
		db.If(!w.From.IsZero(), "i.held_on >= ?", w.From), db.If(!w.To.IsZero(), "i.held_on <= ?", w.To),
		db.If(w.Asked, "(i.waits OR i.answered_at > 0)"),
		db.If(!w.User.IsZero(), "EXISTS (SELECT 1 FROM interaction_users u WHERE u.interaction_id = i.id AND u.user_id = ? AND ?)", w.User, tx.Shared()))
}

// waiting are the questions without an answer, the oldest first; of a user only
// those of the accounts that he answers for or was asked himself.
func waiting(tx *db.Tx, whose db.Cond, limit int) ([]Row, error) {
	return db.List[Row](tx, `SELECT `+rowColumns+` FROM interactions i JOIN accounts a ON a.id = i.account_id
		WHERE i.waits AND ? AND ? ORDER BY i.held_at, i.id LIMIT ?`, whose, tx.Visible("i.account_id"), limit)
}

func countWaiting(tx *db.Tx, whose db.Cond) (int, error) {
	return db.Find[int](tx, `SELECT count(*) FROM interactions i JOIN accounts a ON a.id = i.account_id WHERE i.waits AND ? AND ?`, whose, tx.Visible("i.account_id"))
}

// mine holds for the questions that are somebody's to answer.
func mine(tx *db.Tx, user kernel.ID) db.Cond {
	return db.If(true, "(a.owner_id = ? OR EXISTS (SELECT 1 FROM interaction_users u WHERE u.interaction_id = i.id AND u.user_id = ? AND ?))", user, user, tx.Shared())
}

// lines holds for those that are his or of somebody who reports to him.
func lines(tx *db.Tx, user kernel.ID) db.Cond {
	return db.If(true, `(a.owner_id IN (SELECT r.user_id FROM reports r WHERE r.manager_id = ?) OR EXISTS (SELECT 1 FROM interaction_users u
		WHERE u.interaction_id = i.id AND u.user_id IN (SELECT r.user_id FROM reports r WHERE r.manager_id = ? AND ?)))`, user, user, tx.Shared())
}

// tallies count an account's contacts of some time by channel.
func tallies(tx *db.Tx, account kernel.ID, from kernel.Date) ([]Tally, error) {
	return db.List[Tally](tx, `SELECT i.channel, sum(CASE WHEN i.direction = 'out' THEN 1 ELSE 0 END) AS outward,
			sum(CASE WHEN i.direction = 'in' THEN 1 ELSE 0 END) AS inward
		FROM interactions i WHERE i.account_id = ? AND i.held_on >= ? AND ? GROUP BY i.channel ORDER BY count(*) DESC, i.channel`,
		account, from, tx.Visible("i.account_id"))
}

// counts are how many contacts an account has, and how many of them wait.
func counts(tx *db.Tx, account kernel.ID) (all, wait int, err error) {
	n, err := db.Find[struct {
		All  int `db:"n"`
		Wait int `db:"waiting"`
	}](tx, `SELECT count(*) AS n, coalesce(sum(CASE WHEN i.waits THEN 1 ELSE 0 END), 0) AS waiting FROM interactions i WHERE i.account_id = ? AND ?`,
		account, tx.Visible("i.account_id"))
	return n.All, n.Wait, err
}

func countAll(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM interactions i WHERE ?`, tx.Visible("i.account_id"))
}

// part is somebody who took part in a contact.
type part struct {
	Interaction kernel.ID `db:"interaction_id"`
	Named
}

// people are who of the customers took part in some contacts.
func people(tx *db.Tx, ids []kernel.ID) (all []part, err error) {
	for some := range slices.Chunk(ids, chunk) {
		found, err := db.List[part](tx, `SELECT p.interaction_id, c.id, c.name FROM interaction_people p JOIN contacts c ON c.id = p.contact_id
			JOIN interactions i ON i.id = p.interaction_id WHERE ? AND ? ORDER BY c.sort_key, c.id`,
			db.In("p.interaction_id", some...), tx.Visible("i.account_id"))
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// users are who of us took part in some contacts.
func users(tx *db.Tx, ids []kernel.ID) (all []part, err error) {
	for some := range slices.Chunk(ids, chunk) {
		found, err := db.List[part](tx, `SELECT m.interaction_id, u.id, u.name FROM interaction_users m JOIN users u ON u.id = m.user_id
			JOIN interactions i ON i.id = m.interaction_id WHERE ? AND ? ORDER BY u.name, u.id`,
			db.In("m.interaction_id", some...), tx.Visible("i.account_id"))
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// contacts are whom we know at an account.
func contacts(tx *db.Tx, account kernel.ID) ([]Named, error) {
	return db.List[Named](tx, `SELECT c.id, c.name FROM contacts c WHERE c.account_id = ? AND ? ORDER BY c.sort_key, c.id`, account, tx.Visible("c.account_id"))
}

// staff are who of us works on an account.
func staff(tx *db.Tx, account kernel.ID) ([]Named, error) {
	return db.List[Named](tx, `SELECT DISTINCT u.id, u.name FROM row_members m JOIN users u ON u.id = m.user_id
		WHERE m.row_id = ? AND u.active AND ? ORDER BY u.name, u.id`, account, tx.Visible("m.row_id"))
}

// changeable are those of some contacts that are in sight.
func changeable(tx *db.Tx, ids []kernel.ID) (all []kernel.ID, err error) {
	for some := range slices.Chunk(ids, chunk) {
		found, err := db.List[kernel.ID](tx, `SELECT i.id FROM interactions i WHERE ? AND ?`, db.In("i.id", some...), tx.Visible("i.account_id"))
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// logins are by which names users sign in.
func logins(tx *db.Tx, which db.Cond) (map[kernel.ID]string, error) {
	rows, err := db.List[Named](tx, `SELECT u.id, u.login AS name FROM users u WHERE ? AND ?`, which, tx.Shared())
	all := make(map[kernel.ID]string, len(rows))
	for _, r := range rows {
		all[r.ID] = r.Name
	}
	return all, err
}

// signers are users by the names they sign in with.
func signers(tx *db.Tx, names []string) ([]Named, error) {
	return db.List[Named](tx, `SELECT u.id, u.login AS name FROM users u WHERE ? AND ?`, db.In("u.login", names...), tx.Shared())
}

// alike reports whether such a contact is written down already.
func alike(tx *db.Tx, i Interaction) (bool, error) {
	n, err := db.Find[int](tx, `SELECT count(*) FROM interactions i WHERE i.account_id = ? AND i.held_on = ? AND i.held_at = ? AND i.channel = ?
		AND i.direction = ? AND i.subject = ? AND ?`, i.Account, i.On, i.At, i.Channel, i.Direction, i.Subject, tx.Visible("i.account_id"))
	return n > 0, err
}

// coded is an account by its code.
func coded(tx *db.Tx, code string) (kernel.ID, error) {
	found, err := db.List[kernel.ID](tx, `SELECT a.id FROM accounts a WHERE a.code = ? AND a.merged_into IS NULL AND ?`, code, tx.Visible("a.id"))
	if err != nil || len(found) == 0 {
		return kernel.ID{}, either(err, kernel.Missing("interaction.no_such_code", "code", code))
	}
	return found[0], nil
}
