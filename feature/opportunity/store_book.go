package opportunity

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// byCode are the deals of some codes.
func byCode(tx *db.Tx, codes []string) (map[string]Deal, error) {
	found := make(map[string]Deal, len(codes))
	for some := range slices.Chunk(codes, 200) {
		all, err := db.List[Deal](tx, `SELECT `+columns+` FROM opportunities o WHERE ? AND ?`, db.In("o.code", some...), tx.Visible("o.row_id"))
		if err != nil {
			return nil, err
		}
		for _, d := range all {
			found[d.Code] = d
		}
	}
	return found, nil
}

// offering are the codes, of some, of deals that offer something at a price.
func offering(tx *db.Tx, codes []string) (map[string]bool, error) {
	found := map[string]bool{}
	for some := range slices.Chunk(codes, 200) {
		all, err := db.List[string](tx, `SELECT o.code FROM opportunities o WHERE ? AND EXISTS (SELECT 1 FROM opportunity_lines l WHERE l.opportunity_id = o.id) AND ?`,
			db.In("o.code", some...), tx.Visible("o.row_id"))
		if err != nil {
			return nil, err
		}
		for _, code := range all {
			found[code] = true
		}
	}
	return found, nil
}

// taken reports whether a code is, in sight or out of it.
func taken(tx *db.Tx, code string) (bool, error) {
	n, err := db.Find[int](tx, `SELECT count(*) FROM opportunities o WHERE o.code = ? AND ?`, code, tx.Visible("o.row_id"))
	return n > 0, err
}

// following is a number that comes after those of codes which begin alike.
func following(tx *db.Tx, prefix string) (int, error) {
	n, err := db.Find[int](tx, `SELECT count(*) FROM opportunities o WHERE o.code >= ? AND o.code < ? AND ?`, prefix, prefix+"~", tx.Visible("o.row_id"))
	return n + 1, err
}

// milestone is one that a deal has reached.
type milestone struct {
	Deal     kernel.ID   `db:"opportunity_id"`
	Key      string      `db:"milestone"`
	On       kernel.Date `db:"reached_on"`
	Evidence string      `db:"evidence"`
	By       kernel.ID   `db:"by_id"`
}

func addMilestones(tx *db.Tx, all ...milestone) error {
	return db.Insert(tx, "opportunity_milestones", all...)
}

func dropMilestone(tx *db.Tx, deal kernel.ID, key string) error {
	_, err := tx.Exec(`DELETE FROM opportunity_milestones WHERE opportunity_id = ? AND milestone = ?
		AND EXISTS (SELECT 1 FROM opportunities o WHERE o.id = opportunity_milestones.opportunity_id AND ?)`, deal, key, tx.Visible("o.row_id"))
	return err
}

// milestones are those that a deal has reached.
func milestones(tx *db.Tx, deal kernel.ID) ([]Reached, error) {
	return db.List[Reached](tx, `SELECT m.milestone, m.reached_on, m.evidence, coalesce(u.name, '') AS by_name FROM opportunity_milestones m
		JOIN opportunities o ON o.id = m.opportunity_id LEFT JOIN users u ON u.id = m.by_id
		WHERE m.opportunity_id = ? AND ? ORDER BY m.reached_on, m.milestone`, deal, tx.Visible("o.row_id"))
}
