package competitor

import (
	"erba/kernel"
	"erba/platform/db"
)

const rivalColumns = `r.id, r.opportunity_id, r.kind, r.competitor_id, r.contact_id, r.superior, r.ratings, r.power, r.opposition, r.active, r.incumbent,
	r.weakness, r.evidence, r.by_id, r.by_name, r.judged_on, r.expires_on, r.version`

// rivals are those of deals in sight, or of one.
func rivals(tx *db.Tx, deal kernel.ID) ([]Rival, error) {
	return db.List[Rival](tx, `SELECT `+rivalColumns+` FROM competitor_rivals r JOIN opportunities o ON o.id = r.opportunity_id
		WHERE ? AND ? ORDER BY r.opportunity_id, r.id`, db.If(!deal.IsZero(), "r.opportunity_id = ?", deal), tx.Visible("o.row_id"))
}

// rivalsAt are the competitors in those deals of a customer that have not ended.
func rivalsAt(tx *db.Tx, account kernel.ID) ([]Rival, error) {
	return db.List[Rival](tx, `SELECT `+rivalColumns+` FROM competitor_rivals r JOIN opportunities o ON o.id = r.opportunity_id
		WHERE o.account_id = ? AND o.state IN ('open', 'nurture') AND r.kind = ? AND ? ORDER BY r.opportunity_id, r.id`, account, Direct, tx.Visible("o.row_id"))
}

func findRival(tx *db.Tx, deal, id kernel.ID) (Rival, error) {
	return db.Find[Rival](tx, `SELECT `+rivalColumns+` FROM competitor_rivals r JOIN opportunities o ON o.id = r.opportunity_id
		WHERE r.id = ? AND r.opportunity_id = ? AND ?`, id, deal, tx.Visible("o.row_id"))
}

// alike are the rivals of a deal that are the same as one: the same competitor, the
// same person or unit, or ourselves.
func alike(tx *db.Tx, r Rival) ([]kernel.ID, error) {
	return db.List[kernel.ID](tx, `SELECT r.id FROM competitor_rivals r JOIN opportunities o ON o.id = r.opportunity_id
		WHERE r.opportunity_id = ? AND r.kind = ? AND ? AND ?`, r.Deal, r.Kind, r.same(), tx.Visible("o.row_id"))
}

// same is true for rows that name the same.
func (r Rival) same() db.Cond {
	switch {
	case !r.Competitor.IsZero():
		return db.If(true, "r.competitor_id = ?", r.Competitor)
	case !r.Contact.IsZero():
		return db.If(true, "r.contact_id = ?", r.Contact)
	}
	return db.If(true, "r.superior = ?", r.Superior)
}

func addRival(tx *db.Tx, r Rival) error { return db.Insert(tx, "competitor_rivals", r) }

// replaceRival writes over the version that somebody has read.
func replaceRival(tx *db.Tx, r Rival) error {
	return tx.Replace(`UPDATE competitor_rivals SET competitor_id = ?, contact_id = ?, superior = ?, ratings = ?, power = ?, opposition = ?, active = ?, incumbent = ?,
		weakness = ?, evidence = ?, by_id = ?, by_name = ?, judged_on = ?, expires_on = ?, version = version + 1 WHERE id = ? AND version = ? AND EXISTS
		(SELECT 1 FROM opportunities o WHERE o.id = competitor_rivals.opportunity_id AND ?)`,
		r.Competitor, r.Contact, r.Superior, r.Digits, r.Power, r.Opposition, r.Active, r.Incumbent,
		r.Weakness, r.Evidence, r.ByID, r.By, r.On, r.Expires, r.ID, r.Version, tx.Visible("o.row_id"))
}

func dropRival(tx *db.Tx, r Rival) error {
	return tx.Replace(`DELETE FROM competitor_rivals WHERE id = ? AND version = ? AND EXISTS
		(SELECT 1 FROM opportunities o WHERE o.id = competitor_rivals.opportunity_id AND ?)`, r.ID, r.Version, tx.Visible("o.row_id"))
}

// against are the rivals of which a contact is one.
func against(tx *db.Tx, contact kernel.ID) ([]Rival, error) {
	return db.List[Rival](tx, `SELECT `+rivalColumns+` FROM competitor_rivals r JOIN opportunities o ON o.id = r.opportunity_id
		WHERE r.contact_id = ? AND ? ORDER BY r.id`, contact, tx.Visible("o.row_id"))
}

// forget takes away that a contact is against us.
func forget(tx *db.Tx, contact kernel.ID) (int64, error) {
	return tx.Exec(`DELETE FROM competitor_rivals WHERE contact_id = ? AND EXISTS
		(SELECT 1 FROM opportunities o WHERE o.id = competitor_rivals.opportunity_id AND ?)`, contact, tx.Visible("o.row_id"))
}

// countRivals is how many there are.
func countRivals(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM competitor_rivals r JOIN opportunities o ON o.id = r.opportunity_id WHERE ?`, tx.Visible("o.row_id"))
}

// head is a deal as an export names it.
type head struct {
	ID   kernel.ID `db:"id"`
	Code string    `db:"code"`
	Name string    `db:"name"`
}

// heads are the deals in sight that have rivals.
func heads(tx *db.Tx) (map[kernel.ID]head, error) {
	all, err := db.List[head](tx, `SELECT o.id, o.code, o.name FROM opportunities o
		WHERE EXISTS (SELECT 1 FROM competitor_rivals r WHERE r.opportunity_id = o.id) AND ?`, tx.Visible("o.row_id"))
	found := map[kernel.ID]head{}
	for _, h := range all {
		found[h.ID] = h
	}
	return found, err
}

// person is a contact by his name.
type person struct {
	ID   kernel.ID `db:"id"`
	Name string    `db:"name"`
}

// people are the names of contacts who are in sight, by who they are against us.
func people(tx *db.Tx, ids []kernel.ID) (map[kernel.ID]string, error) {
	all, err := db.List[person](tx, `SELECT c.id, c.name FROM contacts c WHERE ? AND ?`, db.In("c.id", ids...), tx.Visible("c.account_id"))
	names := map[kernel.ID]string{}
	for _, p := range all {
		names[p.ID] = p.Name
	}
	return names, err
}
