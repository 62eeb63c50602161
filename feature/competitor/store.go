package competitor

import (
	"erba/kernel"
	"erba/platform/db"
)

const columns = `c.id, c.name, c.name_key, c.strengths, c.weakness, c.says, c.evidence, c.by_id, c.by_name, c.checked_on, c.expires_on, c.version`

// everybody are all competitors by their names.
func everybody(tx *db.Tx) ([]Competitor, error) {
	return db.List[Competitor](tx, `SELECT `+columns+` FROM competitors c WHERE ? ORDER BY c.name_key`, tx.Shared())
}

func find(tx *db.Tx, id kernel.ID) (Competitor, error) {
	return db.Find[Competitor](tx, `SELECT `+columns+` FROM competitors c WHERE c.id = ? AND ?`, id, tx.Shared())
}

// called are those of a name.
func called(tx *db.Tx, key string) ([]Competitor, error) {
	return db.List[Competitor](tx, `SELECT `+columns+` FROM competitors c WHERE c.name_key = ? AND ?`, key, tx.Shared())
}

func add(tx *db.Tx, c Competitor) error { return db.Insert(tx, "competitors", c) }

// replace writes over the version that somebody has read.
func replace(tx *db.Tx, c Competitor) error {
	return tx.Replace(`UPDATE competitors SET name = ?, name_key = ?, strengths = ?, weakness = ?, says = ?, evidence = ?, by_id = ?, by_name = ?,
		checked_on = ?, expires_on = ?, version = version + 1 WHERE id = ? AND version = ? AND ?`, c.Name, c.Key, c.Strengths, c.Weakness, c.Says, c.Evidence,
		c.ByID, c.By, c.Checked, c.Expires, c.ID, c.Version, tx.Shared())
}

// count is how many competitors there are.
func count(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM competitors c WHERE ?`, tx.Shared())
}

// met are the deals in sight in which somebody stood against us, or which he won.
const met = `SELECT r.competitor_id, o.id, o.state, o.winner_id FROM competitor_rivals r JOIN opportunities o ON o.id = r.opportunity_id
		WHERE r.competitor_id IS NOT NULL AND ?
		UNION SELECT o.winner_id, o.id, o.state, o.winner_id FROM opportunities o WHERE o.winner_id IS NOT NULL AND ?`

// records are how we fared against everybody in the deals in sight.
func records(tx *db.Tx) ([]Record, error) {
	return db.List[Record](tx, `SELECT m.competitor_id, sum(CASE WHEN m.state IN ('won', 'lost') THEN 1 ELSE 0 END) AS met,
		sum(CASE WHEN m.state = 'won' THEN 1 ELSE 0 END) AS won, sum(CASE WHEN m.state = 'lost' AND m.winner_id = m.competitor_id THEN 1 ELSE 0 END) AS taken,
		sum(CASE WHEN m.state IN ('won', 'lost') THEN 0 ELSE 1 END) AS live FROM (`+met+`) m GROUP BY m.competitor_id`,
		tx.Visible("o.row_id"), tx.Visible("o.row_id"))
}

// deals are those in sight in which we met somebody, the latest first.
func deals(tx *db.Tx, competitor kernel.ID) ([]Met, error) {
	return db.List[Met](tx, `SELECT o.row_id, o.id, o.code, o.name, o.state, o.closed_on, o.winner_id FROM opportunities o
		WHERE (o.winner_id = ? OR EXISTS (SELECT 1 FROM competitor_rivals r WHERE r.opportunity_id = o.id AND r.competitor_id = ?)) AND ?
		ORDER BY o.opened_on DESC, o.id DESC LIMIT ?`, competitor, competitor, tx.Visible("o.row_id"), shown)
}
