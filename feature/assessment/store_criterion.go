package assessment

import (
	"erba/kernel"
	"erba/platform/db"
)

const criterionColumns = `c.id, c.deal_id, c.name, c.formal, c.mandatory, c.milestone, c.note, c.by_id, c.made_on, c.version`

func criteria(tx *db.Tx, deal kernel.ID) ([]Criterion, error) {
	return db.List[Criterion](tx, `SELECT `+criterionColumns+` FROM assessment_criteria c JOIN opportunities o ON o.id = c.deal_id
		WHERE c.deal_id = ? AND ? ORDER BY c.id`, deal, tx.Visible("o.row_id"))
}

func criterion(tx *db.Tx, deal, id kernel.ID) (Criterion, error) {
	return db.Find[Criterion](tx, `SELECT `+criterionColumns+` FROM assessment_criteria c JOIN opportunities o ON o.id = c.deal_id
		WHERE c.id = ? AND c.deal_id = ? AND ?`, id, deal, tx.Visible("o.row_id"))
}

// caring are the people who care about the criteria of a deal.
func caring(tx *db.Tx, deal kernel.ID) ([]Caring, error) {
	return db.List[Caring](tx, `SELECT n.criterion_id, n.contact_id, p.name FROM assessment_caring n JOIN assessment_criteria c ON c.id = n.criterion_id
		JOIN opportunities o ON o.id = c.deal_id JOIN contacts p ON p.id = n.contact_id
		WHERE c.deal_id = ? AND ? AND ? ORDER BY p.sort_key, p.id`, deal, tx.Visible("o.row_id"), tx.Visible("p.account_id"))
}

func fitting(tx *db.Tx, deal kernel.ID) ([]Fit, error) {
	return db.List[Fit](tx, `SELECT f.criterion_id, f.rival_id, f.fit FROM assessment_fits f JOIN assessment_criteria c ON c.id = f.criterion_id
		JOIN opportunities o ON o.id = c.deal_id WHERE c.deal_id = ? AND ? ORDER BY f.rival_id`, deal, tx.Visible("o.row_id"))
}

// at counts those of some people who are at an account.
func at(tx *db.Tx, account kernel.ID, people []kernel.ID) (int, error) {
	return db.Find[int](tx, `SELECT count(*) FROM contacts c WHERE c.account_id = ? AND ? AND ?`, account, db.In("c.id", people...), tx.Visible("c.account_id"))
}

// kept is a criterion as it is kept.
type kept struct {
	ID        kernel.ID   `db:"id"`
	Deal      kernel.ID   `db:"deal_id"`
	Name      string      `db:"name"`
	Formal    bool        `db:"formal"`
	Mandatory bool        `db:"mandatory"`
	Milestone string      `db:"milestone"`
	Note      string      `db:"note"`
	ByID      kernel.ID   `db:"by_id"`
	Made      kernel.Date `db:"made_on"`
	Version   int64       `db:"version"`
}

func addCriterion(tx *db.Tx, c Criterion) error {
	return db.Insert(tx, "assessment_criteria", kept{c.ID, c.Deal, c.Name, c.Formal, c.Mandatory, c.Milestone, c.Note, c.ByID, c.Made, 1})
}

// replaceCriterion writes over the version that somebody has read.
func replaceCriterion(tx *db.Tx, c Criterion) error {
	return tx.Replace(`UPDATE assessment_criteria SET name = ?, formal = ?, mandatory = ?, milestone = ?, note = ?, by_id = ?, version = version + 1
		WHERE id = ? AND version = ? AND `+seen+`assessment_criteria.deal_id AND ?)`, c.Name, c.Formal, c.Mandatory, c.Milestone, c.Note, c.ByID, c.ID, c.Version, tx.Visible("o.row_id"))
}

func dropCriterion(tx *db.Tx, c Criterion) error {
	return tx.Replace(`DELETE FROM assessment_criteria WHERE id = ? AND version = ? AND `+seen+`assessment_criteria.deal_id AND ?)`, c.ID, c.Version, tx.Visible("o.row_id"))
}

// of is true for what belongs to a criterion of a deal in sight.
func of(tx *db.Tx, table string, c Criterion) db.Cond {
	return db.If(true, table+".criterion_id = ? AND EXISTS (SELECT 1 FROM assessment_criteria c JOIN opportunities o ON o.id = c.deal_id WHERE c.id = "+
		table+".criterion_id AND ?)", c.ID, tx.Visible("o.row_id"))
}

// surround writes who cares and how everybody fits, in place of what there was.
// People whom the viewer does not know stay.
func surround(tx *db.Tx, c Criterion) error {
	if _, err := tx.Exec(`DELETE FROM assessment_caring WHERE ? AND contact_id IN (SELECT p.id FROM contacts p WHERE ?)`,
		of(tx, "assessment_caring", c), tx.Visible("p.account_id")); err != nil {
		return err
	}
	if _, err := tx.Exec(`DELETE FROM assessment_fits WHERE ?`, of(tx, "assessment_fits", c)); err != nil {
		return err
	}
	people := make([]caringOf, len(c.Caring))
	for i, p := range c.Caring {
		people[i] = caringOf{c.ID, p.Contact}
	}
	if err := db.Insert(tx, "assessment_caring", people...); err != nil {
		return err
	}
	rows := make([]Fit, len(c.Fits))
	for i, f := range c.Fits {
		rows[i] = Fit{c.ID, f.Rival, f.Fit}
	}
	return tx.Bulk("assessment_fits", []string{"criterion_id", "rival_id", "fit"}, len(rows), func(i int, args []any) {
		args[0], args[1], args[2] = rows[i].Criterion, numbered(rows[i].Rival), rows[i].Fit
	})
}

type caringOf struct {
	Criterion kernel.ID `db:"criterion_id"`
	Contact   kernel.ID `db:"contact_id"`
}

// numbered is an ID as it is kept where none is 0 and not missing.
func numbered(id kernel.ID) any {
	if id.IsZero() {
		return int64(0)
	}
	return id
}
