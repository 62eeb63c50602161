package relation

import (
	"slices"
	"strconv"

	"erba/kernel"
	"erba/platform/db"
)

// judged is a judgement as the database keeps it.
type judged struct {
	ID       kernel.ID   `db:"id"`
	Contact  kernel.ID   `db:"contact_id"`
	Subject  kernel.ID   `db:"subject_id"`
	Field    string      `db:"field"`
	Value    string      `db:"value"`
	Evidence string      `db:"evidence"`
	Answers  string      `db:"answers"`
	Source   string      `db:"source"`
	By       kernel.ID   `db:"by_id"`
	On       kernel.Date `db:"judged_on"`
	Until    kernel.Date `db:"until_on"`
	Ended    kernel.Date `db:"ended_on"`
	Version  int64       `db:"version"`
}

const judgedColumns = `j.id, j.contact_id, j.subject_id, j.field, j.value, j.evidence, j.answers, j.source, j.by_id, j.judged_on, j.until_on, j.ended_on, j.version`

// versionOf is that of an account's map; 0: nobody has saved one.
func versionOf(tx *db.Tx, account kernel.ID) (int64, error) {
	all, err := db.List[int64](tx, `SELECT m.version FROM relation_maps m WHERE m.account_id = ? AND ?`, account, tx.Visible("m.account_id"))
	if len(all) == 0 {
		return 0, err
	}
	return all[0], err
}

// advance makes the next version of a map, over the one that somebody has seen.
func advance(tx *db.Tx, account kernel.ID, version int64) error {
	if version == 0 {
		return tx.Replace(`INSERT INTO relation_maps (account_id, version) VALUES (?, 1) ON CONFLICT DO NOTHING`, account)
	}
	return tx.Replace(`UPDATE relation_maps SET version = version + 1 WHERE account_id = ? AND version = ? AND ?`,
		account, version, tx.Visible("relation_maps.account_id"))
}

// standing are the judgements that nobody has replaced.
func standing(tx *db.Tx, account kernel.ID) ([]judged, error) {
	return db.List[judged](tx, `SELECT `+judgedColumns+` FROM contacts c JOIN relation_judgements j ON j.contact_id = c.id
		WHERE c.account_id = ? AND j.ended_on IS NULL AND j.subject_id IS NULL AND ?`, account, tx.Visible("c.account_id"))
}

// measured are the fields that figures are made of.
var measured = []string{Power, Closeness, Attitude, Layer, Roles}

// known are the judgements that stood at the end of a day, as far as figures are made of them.
func known(tx *db.Tx, account kernel.ID, on kernel.Date) ([]judged, error) {
	return db.List[judged](tx, `SELECT j.contact_id, j.field, j.value FROM contacts c JOIN relation_judgements j ON j.contact_id = c.id
		WHERE c.account_id = ? AND j.judged_on <= ? AND (j.ended_on IS NULL OR j.ended_on > ?) AND j.subject_id IS NULL AND ?
		AND (c.gone_on IS NULL OR c.gone_on > ?) AND ? ORDER BY j.contact_id, j.judged_on, j.id`,
		account, on, on, db.In("j.field", measured...), on, tx.Visible("c.account_id"))
}

// course are all judgements that figures are made of, in the order of their days.
func course(tx *db.Tx, account kernel.ID) ([]judged, error) {
	return db.List[judged](tx, `SELECT j.contact_id, j.field, j.value, j.judged_on, j.ended_on FROM contacts c JOIN relation_judgements j ON j.contact_id = c.id
		WHERE c.account_id = ? AND j.subject_id IS NULL AND ? AND ? ORDER BY j.contact_id, j.judged_on, j.id`,
		account, db.In("j.field", measured...), tx.Visible("c.account_id"))
}

// drawn are the lines of an account's map that nobody has taken back.
func drawn(tx *db.Tx, account kernel.ID) ([]Line, error) {
	return db.List[Line](tx, `SELECT l.id, l.kind, l.from_id, l.to_id, l.says FROM contacts c JOIN relation_lines l ON l.from_id = c.id
		WHERE c.account_id = ? AND l.ended_on IS NULL AND ? ORDER BY l.id`, account, tx.Visible("c.account_id"))
}

// place is where somebody was dragged to.
type place struct {
	Contact kernel.ID `json:"contact" db:"contact_id"`
	X       int       `json:"x"       db:"x" minimum:"-100000" maximum:"100000"`
	Y       int       `json:"y"       db:"y" minimum:"-100000" maximum:"100000"`
}

func placesOf(tx *db.Tx, account kernel.ID) ([]place, error) {
	return db.List[place](tx, `SELECT p.contact_id, p.x, p.y FROM contacts c JOIN relation_places p ON p.contact_id = c.id
		WHERE c.account_id = ? AND ?`, account, tx.Visible("c.account_id"))
}

// namesOf are the names of users.
func namesOf(tx *db.Tx, ids []kernel.ID) (map[kernel.ID]string, error) {
	slices.SortFunc(ids, kernel.ID.Compare)
	ids = slices.Compact(ids)
	names := map[kernel.ID]string{}
	for part := range slices.Chunk(ids, 100) {
		rows, err := db.List[struct {
			ID   kernel.ID `db:"id"`
			Name string    `db:"name"`
		}](tx, `SELECT u.id, u.name FROM users u WHERE ? AND ?`, db.In("u.id", part...), tx.Shared())
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			names[r.ID] = r.Name
		}
	}
	return names, nil
}

// expired are the key people of somebody's accounts of whom something is said that
// has expired, the oldest first.
func expired(tx *db.Tx, owner kernel.ID, on kernel.Date, strong, limit int) ([]old, error) {
	return db.List[old](tx, `
		SELECT c.account_id, c.name, min(j.until_on) AS until_on FROM accounts a JOIN contacts c ON c.account_id = a.id
		JOIN relation_judgements p ON p.contact_id = c.id AND p.field = 'power' AND p.ended_on IS NULL AND p.subject_id IS NULL AND p.value >= ?
		JOIN relation_judgements j ON j.contact_id = c.id AND j.ended_on IS NULL AND j.subject_id IS NULL AND j.value <> '' AND j.until_on < ?
		WHERE a.owner_id = ? AND a.merged_into IS NULL AND c.gone_on IS NULL AND ?
		GROUP BY c.account_id, c.id, c.name ORDER BY min(j.until_on), c.account_id, c.id LIMIT ?`,
		strconv.Itoa(strong), on, owner, tx.Visible("c.account_id"), 5*limit)
}

// weight is how much somebody counts, and how close he is to us; empty: nobody has said.
type weight struct {
	Account   kernel.ID `db:"account_id"`
	Power     string    `db:"power"`
	Closeness string    `db:"closeness"`
}

// weights are those of all who are at some accounts, and an empty one of an account
// where nobody is.
func weights(tx *db.Tx, accounts []kernel.ID) ([]weight, error) {
	return db.List[weight](tx, `SELECT a.id AS account_id, coalesce(p.value, '') AS power, coalesce(k.value, '') AS closeness FROM accounts a
		LEFT JOIN contacts c ON c.account_id = a.id AND c.gone_on IS NULL
		LEFT JOIN relation_judgements p ON p.contact_id = c.id AND p.field = 'power' AND p.ended_on IS NULL AND p.subject_id IS NULL
		LEFT JOIN relation_judgements k ON k.contact_id = c.id AND k.field = 'closeness' AND k.ended_on IS NULL AND k.subject_id IS NULL
		WHERE ? AND ?`, db.In("a.id", accounts...), tx.Visible("a.id"))
}
