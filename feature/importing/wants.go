package importing

// Wants is what must be granted beside the import itself: who may not change
// what a kind of file brings, or not even read it, learns nothing from booking it.
var Wants = map[string]string{
	Accounts: "account:write",
	Contacts: "contact:write",
	Products: "product:write",
	Orders:   "revenue:read",
	Invoices: "invoice:write",
	Receipts: "invoice:write",
	Costs:    "margin:read",
	Rates:    "rate:write",

	Opportunities: "opportunity:write",
}
