package importing

// unlimited is the allowance of who imports for everybody.
const unlimited = 1 << 62

// rowsOf is how many rows a role may import at once.
func rowsOf(role string) int64 {
	switch role {
	case "rep":
		return 5_000
	case "key_account_manager":
		return 50_000
	}
	return unlimited
}

// Wants is what must be granted beside the import itself: who may not change
// what a kind of file brings, or not even read it, learns nothing from booking it.
var Wants = map[string]string{
	Accounts: "account:write",
	Contacts: "contact:write",
	Products: "product:write",
	Orders:   "revenue:read",
	Invoices: "invoice:read",
	Receipts: "invoice:read",
	Rates:    "rate:write",
}
