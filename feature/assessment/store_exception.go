package assessment

import (
	"erba/kernel"
	"erba/platform/db"
)

const exceptionColumns = `e.id, e.deal_id, e.assessment_id, e.verdict, e.step, e.reason, e.state, e.until_on, e.by_id, e.by_name, e.made_on, e.approval_id, e.version`

// exceptions are those of a deal, the latest first.
func exceptions(tx *db.Tx, deal kernel.ID) ([]Exception, error) {
	return db.List[Exception](tx, `SELECT `+exceptionColumns+` FROM assessment_exceptions e JOIN opportunities o ON o.id = e.deal_id
		WHERE e.deal_id = ? AND ? ORDER BY e.id DESC`, deal, tx.Visible("o.row_id"))
}

// overruling are those of open deals in sight to which somebody has agreed, by deal.
func overruling(tx *db.Tx) (map[kernel.ID][]Exception, error) {
	all, err := db.List[Exception](tx, `SELECT `+exceptionColumns+` FROM assessment_exceptions e JOIN opportunities o ON o.id = e.deal_id
		WHERE e.state = ? AND o.state = 'open' AND ? ORDER BY e.id DESC`, Granted, tx.Visible("o.row_id"))
	by := map[kernel.ID][]Exception{}
	for _, e := range all {
		by[e.Deal] = append(by[e.Deal], e)
	}
	return by, err
}

func exception(tx *db.Tx, id kernel.ID) (Exception, error) {
	return db.Find[Exception](tx, `SELECT `+exceptionColumns+` FROM assessment_exceptions e JOIN opportunities o ON o.id = e.deal_id
		WHERE e.id = ? AND ?`, id, tx.Visible("o.row_id"))
}

func addException(tx *db.Tx, e Exception) error { return db.Insert(tx, "assessment_exceptions", e) }

// stateException writes what became of one.
func stateException(tx *db.Tx, e Exception) error {
	return tx.Replace(`UPDATE assessment_exceptions SET state = ?, version = version + 1 WHERE id = ? AND version = ? AND `+seen+`assessment_exceptions.deal_id AND ?)`,
		e.State, e.ID, e.Version, tx.Visible("o.row_id"))
}
