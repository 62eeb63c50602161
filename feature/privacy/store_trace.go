package privacy

import (
	"erba/kernel"
	"erba/platform/db"
)

// trace is what the audit says about a record.
type trace struct {
	ID     kernel.ID `db:"id"`
	At     int64     `db:"at"`
	Actor  string    `db:"actor"`
	Verb   string    `db:"verb"`
	Detail string    `db:"detail"`
}

// traces are who did or saw what with records of a kind.
func traces(tx *db.Tx, object string, ids []kernel.ID) ([]trace, error) {
	return db.List[trace](tx, `SELECT id, at, actor, verb, detail FROM audit WHERE object = ? AND ? AND ? ORDER BY at`,
		object, db.In("object_id", ids...), tx.Shared())
}

// deeds are how much somebody did, by what it was.
func deeds(tx *db.Tx, logins []string) ([]deed, error) {
	return db.List[deed](tx, `
		SELECT actor, verb, count(*) AS times, min(at) AS first_at, max(at) AS last_at FROM audit
		WHERE ? AND ? GROUP BY actor, verb ORDER BY actor, verb`, db.In("actor", logins...), tx.Shared())
}

type deed struct {
	Actor string `db:"actor"`
	Verb  string `db:"verb"`
	Times int64  `db:"times"`
	First int64  `db:"first_at"`
	Last  int64  `db:"last_at"`
}

// colleague is a user of the program.
type colleague struct {
	ID       kernel.ID `db:"id"`
	Login    string    `db:"login"`
	Name     string    `db:"name"`
	Roles    string    `db:"roles"`
	Language string    `db:"language"`
	Active   bool      `db:"active"`
}

const colleagueColumns = `SELECT u.id, u.login, u.name, u.roles, u.language, u.active FROM users u WHERE `

func colleagues(tx *db.Tx, ids []kernel.ID) ([]colleague, error) {
	return db.List[colleague](tx, colleagueColumns+`? AND ? ORDER BY u.id`, db.In("u.id", ids...), tx.Shared())
}

func colleaguesNamed(tx *db.Tx, name string) ([]colleague, error) {
	return db.List[colleague](tx, colleagueColumns+`(u.name = ? OR u.login = ?) AND ? ORDER BY u.id`, name, name, tx.Shared())
}

// dropReply forgets an answer that is kept for repetitions.
func dropReply(tx *db.Tx, user kernel.ID, name string) error {
	_, err := tx.Exec(`DELETE FROM replies WHERE user_id = ? AND name = ? AND ?`, user, name, tx.Shared())
	return err
}

// reply is such an answer.
type reply struct {
	User kernel.ID `db:"user_id"`
	Name string    `db:"name"`
	Body []byte    `db:"body"`
	At   int64     `db:"at"`
}

func replies(tx *db.Tx) ([]reply, error) {
	return db.List[reply](tx, `SELECT user_id, name, body, at FROM replies WHERE ? ORDER BY at`, tx.Shared())
}

// rewrite puts another text where one is mentioned.
func rewrite(tx *db.Tx, table string, m db.Mention) error {
	_, err := tx.Exec(`UPDATE `+table+` SET `+m.Column+` = ? WHERE id = ? AND ?`, m.Text, m.Row, tx.Shared())
	return err
}
