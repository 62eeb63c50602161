package bundle

import (
	"erba/kernel"
	"erba/platform/db"
)

const agreementColumns = `a.id, a.partner_id, a.purpose, a.fields, a.basis, a.from_on, a.until_on, a.state, a.approval_id, a.by_id, a.made_on, a.version`

func agreements(tx *db.Tx) ([]Agreement, error) {
	return db.List[Agreement](tx, `SELECT `+agreementColumns+` FROM sharing_agreements a WHERE ? ORDER BY a.made_on DESC, a.id DESC`, tx.Shared())
}

func agreement(tx *db.Tx, id kernel.ID) (Agreement, error) {
	return db.Find[Agreement](tx, `SELECT `+agreementColumns+` FROM sharing_agreements a WHERE a.id = ? AND ?`, id, tx.Shared())
}

func setState(tx *db.Tx, a Agreement) error {
	return tx.Replace(`UPDATE sharing_agreements SET state = ?, version = version + 1 WHERE id = ? AND version = ? AND ?`, a.State, a.ID, a.Version, tx.Shared())
}

const consentColumns = `c.id, c.account_id, c.partner_id, c.given_on, c.until_on, c.proof, c.withdrawn_on, c.by_id, c.version`

func consentsOf(tx *db.Tx, account kernel.ID) ([]Consent, error) {
	return db.List[Consent](tx, `SELECT `+consentColumns+` FROM sharing_consents c WHERE c.account_id = ? AND ? ORDER BY c.given_on DESC, c.id DESC`, account, tx.Visible("c.account_id"))
}

func consent(tx *db.Tx, account, id kernel.ID) (Consent, error) {
	return db.Find[Consent](tx, `SELECT `+consentColumns+` FROM sharing_consents c WHERE c.account_id = ? AND c.id = ? AND ?`, account, id, tx.Visible("c.account_id"))
}

func withdraw(tx *db.Tx, c Consent) error {
	return tx.Replace(`UPDATE sharing_consents SET withdrawn_on = ?, version = version + 1 WHERE id = ? AND version = ? AND ?`, c.Withdrawn, c.ID, c.Version, tx.Visible("sharing_consents.account_id"))
}

// consenting are the accounts in sight that have agreed, on a day, to a partner
// being told of them.
func consenting(tx *db.Tx, partner kernel.ID, on kernel.Date) (map[kernel.ID]bool, error) {
	all, err := db.List[Consent](tx, `SELECT `+consentColumns+` FROM sharing_consents c WHERE c.partner_id = ? AND ?`, partner, tx.Visible("c.account_id"))
	agree := map[kernel.ID]bool{}
	for _, c := range all {
		if c.Holds(on) {
			agree[c.Account] = true
		}
	}
	return agree, err
}

const listColumns = `l.id, l.agreement_id, l.region, l.industry, l.selected, l.shared, l.by_id, l.made_on, l.made_at`

func lists(tx *db.Tx) ([]List, error) {
	return db.List[List](tx, `SELECT `+listColumns+` FROM sharing_lists l WHERE ? ORDER BY l.made_at DESC, l.id DESC LIMIT 200`, tx.Shared())
}

func list(tx *db.Tx, id kernel.ID) (List, error) {
	return db.Find[List](tx, `SELECT `+listColumns+` FROM sharing_lists l WHERE l.id = ? AND ?`, id, tx.Shared())
}

// addList writes a list down, and who is on it.
func addList(tx *db.Tx, l List, accounts []kernel.ID) error {
	if err := db.Insert(tx, "sharing_lists", l); err != nil {
		return err
	}
	return tx.Bulk("sharing_listed", []string{"list_id", "account_id"}, len(accounts), func(i int, args []any) { args[0], args[1] = l.ID, accounts[i] })
}

// listed are the accounts in sight that are on a list.
func listed(tx *db.Tx, id kernel.ID) (map[kernel.ID]bool, error) {
	all, err := db.List[kernel.ID](tx, `SELECT l.account_id FROM sharing_listed l WHERE l.list_id = ? AND ?`, id, tx.Visible("l.account_id"))
	on := make(map[kernel.ID]bool, len(all))
	for _, account := range all {
		on[account] = true
	}
	return on, err
}
