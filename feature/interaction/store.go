package interaction

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

const columns = `i.id, i.account_id, i.held_on, i.held_at, i.channel, i.direction, i.subject, i.visit_id, i.waits, i.answered_at, i.by_id, i.version`

// chunk is how many values one list of a statement holds.
const chunk = 100

func find(tx *db.Tx, id kernel.ID) (Interaction, error) {
	return db.Find[Interaction](tx, `SELECT `+columns+` FROM interactions i WHERE i.id = ? AND ?`, id, tx.Visible("i.account_id"))
}

// written is the contact that a visit has been written down as, if it has.
func written(tx *db.Tx, visit kernel.ID) ([]Interaction, error) {
	return db.List[Interaction](tx, `SELECT `+columns+` FROM interactions i WHERE i.visit_id = ? AND ?`, visit, tx.Visible("i.account_id"))
}

func add(tx *db.Tx, i Interaction) error {
	if err := db.Insert(tx, "interactions", i); err != nil {
		return err
	}
	return attend(tx, i)
}

// attend writes down who took part.
func attend(tx *db.Tx, i Interaction) error {
	columns := []string{"interaction_id", "contact_id"}
	err := tx.Bulk("interaction_people", columns, len(i.People), func(at int, args []any) { args[0], args[1] = i.ID.Int(), i.People[at].Int() })
	if err != nil {
		return err
	}
	columns = []string{"interaction_id", "user_id"}
	return tx.Bulk("interaction_users", columns, len(i.Users), func(at int, args []any) { args[0], args[1] = i.ID.Int(), i.Users[at].Int() })
}

// replace writes over the version that somebody has read.
func replace(tx *db.Tx, i Interaction) error {
	err := tx.Replace(`UPDATE interactions SET held_on = ?, held_at = ?, channel = ?, direction = ?, subject = ?, waits = ?, answered_at = ?,
		version = version + 1 WHERE id = ? AND version = ? AND ?`,
		i.On, i.At, i.Channel, i.Direction, i.Subject, i.Waits, i.Answered, i.ID, i.Version, tx.Visible("interactions.account_id"))
	if err != nil {
		return err
	}
	for _, table := range []string{"interaction_people", "interaction_users"} {
		if _, err := tx.Exec(`DELETE FROM `+table+` WHERE interaction_id = ?`, i.ID); err != nil {
			return err
		}
	}
	return attend(tx, i)
}

func drop(tx *db.Tx, i Interaction) error {
	return tx.Replace(`DELETE FROM interactions WHERE id = ? AND version = ? AND ?`, i.ID, i.Version, tx.Visible("interactions.account_id"))
}

// latest calls f with the day of the last contact of each account; of none in
// particular, of all in sight.
func latest(tx *db.Tx, accounts []kernel.ID, f func(kernel.ID, kernel.Date)) error {
	ask := func(which db.Cond) error {
		return tx.Each(func(scan func(...any) error) error {
			var id kernel.ID
			var on kernel.Date
			err := scan(&id, &on)
			f(id, on)
			return err
		}, `SELECT i.account_id, max(i.held_on) FROM interactions i WHERE ? AND NOT i.waits AND ? GROUP BY i.account_id`, which, tx.Visible("i.account_id"))
	}
	if len(accounts) == 0 {
		return ask(db.If(false, ""))
	}
	for part := range slices.Chunk(accounts, chunk) {
		if err := ask(db.In("i.account_id", part...)); err != nil {
			return err
		}
	}
	return nil
}

// touched are the accounts with a contact within some days.
func touched(tx *db.Tx, from, until kernel.Date) ([]kernel.ID, error) {
	return db.List[kernel.ID](tx, `SELECT DISTINCT i.account_id FROM interactions i WHERE i.held_on >= ? AND i.held_on <= ? AND NOT i.waits AND ?`,
		from, until, tx.Visible("i.account_id"))
}

// link is a row of who was in touch with whom.
type link struct {
	Account kernel.ID `db:"account_id"`
	Link
	Out int `db:"outward"`
	In  int `db:"inward"`
	Met int `db:"met"`
}

// links are those of an account or, with none, of all.
func links(tx *db.Tx, account kernel.ID, since kernel.Date) ([]link, error) {
	return db.List[link](tx, `SELECT i.account_id, p.contact_id, u.user_id, count(*) AS times, max(i.held_on) AS last_on,
			sum(CASE WHEN i.direction = 'out' THEN 1 ELSE 0 END) AS outward, sum(CASE WHEN i.direction = 'in' THEN 1 ELSE 0 END) AS inward,
			sum(CASE WHEN i.channel IN ('visit', 'event') THEN 1 ELSE 0 END) AS met
		FROM interactions i JOIN interaction_people p ON p.interaction_id = i.id JOIN interaction_users u ON u.interaction_id = i.id
		WHERE ? AND i.held_on >= ? AND NOT i.waits AND ? GROUP BY i.account_id, p.contact_id, u.user_id ORDER BY i.account_id, p.contact_id, u.user_id`,
		db.If(!account.IsZero(), "i.account_id = ?", account), since, tx.Visible("i.account_id"))
}

// took is in how many contacts somebody of us took part.
type took struct {
	User  kernel.ID `db:"user_id"`
	Count int       `db:"times"`
}

func parts(tx *db.Tx, account kernel.ID, since kernel.Date) ([]took, error) {
	return db.List[took](tx, `SELECT u.user_id, count(*) AS times FROM interactions i JOIN interaction_users u ON u.interaction_id = i.id
		WHERE i.account_id = ? AND i.held_on >= ? AND NOT i.waits AND ? GROUP BY u.user_id`, account, since, tx.Visible("i.account_id"))
}

// number is how many contacts there were.
func number(tx *db.Tx, account kernel.ID, since kernel.Date) (int, error) {
	return db.Find[int](tx, `SELECT count(*) FROM interactions i WHERE i.account_id = ? AND i.held_on >= ? AND NOT i.waits AND ?`, account, since, tx.Visible("i.account_id"))
}

// known counts those of some people who are at an account.
func known(tx *db.Tx, account kernel.ID, people []kernel.ID) (int, error) {
	return db.Find[int](tx, `SELECT count(*) FROM contacts c WHERE c.account_id = ? AND ? AND ?`, account, db.In("c.id", people...), tx.Visible("c.account_id"))
}

// colleagues counts those of some users that there are.
func colleagues(tx *db.Tx, users []kernel.ID) (int, error) {
	return db.Find[int](tx, `SELECT count(*) FROM users u WHERE ? AND ?`, db.In("u.id", users...), tx.Shared())
}

// addAll adds contacts and who took part, many at once.
func addAll(tx *db.Tx, all []Interaction) error {
	if err := db.Insert(tx, "interactions", all...); err != nil {
		return err
	}
	var theirs, ours []db.Pair
	for _, i := range all {
		for _, id := range i.People {
			theirs = append(theirs, db.Pair{i.ID.Int(), id.Int()})
		}
		for _, id := range i.Users {
			ours = append(ours, db.Pair{i.ID.Int(), id.Int()})
		}
	}
	err := tx.Bulk("interaction_people", []string{"interaction_id", "contact_id"}, len(theirs), func(at int, args []any) { args[0], args[1] = theirs[at][0], theirs[at][1] })
	if err != nil {
		return err
	}
	return tx.Bulk("interaction_users", []string{"interaction_id", "user_id"}, len(ours), func(at int, args []any) { args[0], args[1] = ours[at][0], ours[at][1] })
}
