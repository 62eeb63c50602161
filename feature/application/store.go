package application

import (
	"erba/kernel"
	"erba/platform/db"
)

const sheetColumns = `s.id, s.account_id, s.industry, s.level, s.uses, s.strengths, s.weakness, s.chances, s.threats, s.expected_minor, s.reason, s.by_id,
	s.by_name, s.said_on, s.version`

// sheetOf is what is known of a customer, with version 0 if nobody has said anything.
func sheetOf(tx *db.Tx, account kernel.ID) (Sheet, error) {
	found, err := db.List[Sheet](tx, `SELECT `+sheetColumns+` FROM application_sheets s WHERE s.account_id = ? AND ?`, account, tx.Visible("s.account_id"))
	if err != nil || len(found) == 0 {
		return Sheet{Account: account}, err
	}
	return found[0], nil
}

func addSheet(tx *db.Tx, s Sheet) error { return db.Insert(tx, "application_sheets", s) }

// replaceSheet writes over the version that somebody has read.
func replaceSheet(tx *db.Tx, s Sheet) error {
	return tx.Replace(`UPDATE application_sheets SET industry = ?, level = ?, uses = ?, strengths = ?, weakness = ?, chances = ?, threats = ?,
		expected_minor = ?, reason = ?, by_id = ?, by_name = ?, said_on = ?, version = version + 1 WHERE account_id = ? AND version = ? AND ?`,
		s.Industry, s.Level, s.Uses, s.Strengths, s.Weakness, s.Chances, s.Threats, s.Expected, s.Reason, s.ByID, s.By, s.On, s.Account, s.Version,
		tx.Visible("application_sheets.account_id"))
}

const projectColumns = `p.id, p.account_id, p.name, p.budget_minor, p.funding, p.purchase, p.buys_on, p.chance, p.by_id, p.by_name, p.said_on, p.version`

// projects are those of a customer, the next first; those of no day stand last.
func projects(tx *db.Tx, account kernel.ID) ([]Project, error) {
	return db.List[Project](tx, `SELECT `+projectColumns+` FROM application_projects p WHERE p.account_id = ? AND ?
		ORDER BY CASE WHEN p.buys_on IS NULL THEN 1 ELSE 0 END, p.buys_on, p.id`, account, tx.Visible("p.account_id"))
}

func findProject(tx *db.Tx, id kernel.ID) (Project, error) {
	return db.Find[Project](tx, `SELECT `+projectColumns+` FROM application_projects p WHERE p.id = ? AND ?`, id, tx.Visible("p.account_id"))
}

func addProject(tx *db.Tx, p Project) error { return db.Insert(tx, "application_projects", p) }

func replaceProject(tx *db.Tx, p Project) error {
	return tx.Replace(`UPDATE application_projects SET name = ?, budget_minor = ?, funding = ?, purchase = ?, buys_on = ?, chance = ?, by_id = ?, by_name = ?,
		said_on = ?, version = version + 1 WHERE id = ? AND version = ? AND ?`, p.Name, p.Budget, p.Funding, p.Purchase, p.On, p.Chance, p.ByID, p.By, p.Said,
		p.ID, p.Version, tx.Visible("application_projects.account_id"))
}

func dropProject(tx *db.Tx, p Project) error {
	return tx.Replace(`DELETE FROM application_projects WHERE id = ? AND version = ? AND ?`, p.ID, p.Version, tx.Visible("application_projects.account_id"))
}

// listed is a project with its customer.
type listed struct {
	Project
	Code  string `db:"code"`
	Owner string `db:"account"`
}

// calendar are the projects of everybody in sight, the next first.
func calendar(tx *db.Tx) ([]listed, error) {
	return db.List[listed](tx, `SELECT `+projectColumns+`, a.code, a.name AS account FROM application_projects p JOIN accounts a ON a.id = p.account_id
		WHERE ? ORDER BY CASE WHEN p.buys_on IS NULL THEN 1 ELSE 0 END, p.buys_on, p.id`, tx.Visible("p.account_id"))
}

func count(tx *db.Tx) (int64, error) {
	return db.Find[int64](tx, `SELECT count(*) FROM application_projects p WHERE ?`, tx.Visible("p.account_id"))
}

// bringSheet and bringProject put what is known to another account.
func bringSheet(tx *db.Tx, id, account kernel.ID) error {
	_, err := tx.Exec(`UPDATE application_sheets SET account_id = ?, version = version + 1 WHERE id = ? AND ?`, account, id, tx.Visible("application_sheets.account_id"))
	return err
}

func bringProject(tx *db.Tx, id, account kernel.ID) error {
	_, err := tx.Exec(`UPDATE application_projects SET account_id = ?, version = version + 1 WHERE id = ? AND ?`, account, id, tx.Visible("application_projects.account_id"))
	return err
}
