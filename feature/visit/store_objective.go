package visit

import (
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

const objectiveColumns = `o.id, o.visit_id, o.place, o.text, o.metric, o.target, o.unit, o.confidence, o.link, o.goal_year, o.product_id,
	o.deadline_on, o.confirmed, o.actual`

// objectives are those of some visits, in their order.
func objectives(tx *db.Tx, visits []kernel.ID) (all []Objective, err error) {
	for part := range slices.Chunk(visits, chunk) {
		found, err := db.List[Objective](tx, `SELECT `+objectiveColumns+` FROM visit_objectives o JOIN visits v ON v.id = o.visit_id
			WHERE ? AND ? ORDER BY o.visit_id, o.place`, db.In("o.visit_id", part...), tx.Visible("v.account_id"))
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// aim puts objectives in place of those that a visit had.
func aim(tx *db.Tx, visit kernel.ID, all []Objective) error {
	if _, err := tx.Exec(`DELETE FROM visit_objectives WHERE visit_id = ? AND ?`, visit, tx.Shared()); err != nil {
		return err
	}
	return addObjectives(tx, all)
}

func addObjectives(tx *db.Tx, all []Objective) error {
	if len(all) == 0 {
		return nil
	}
	return db.Insert(tx, "visit_objectives", all...)
}
