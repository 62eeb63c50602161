package account

import "erba/kernel"

// Ref names an account the way a file does: by code, else by name.
type Ref struct{ Code, Name string }

// Link says which company owns another one.
type Link struct{ Child, Parent kernel.ID }

// Outcome is what booking accounts did.
type Outcome struct {
	Inserted, Updated, Same int
	Refused                 []Refusal
	Written                 []kernel.Written
	Some                    []kernel.Sample[Account]
}

// Refusal is why the account at an index was not booked.
type Refusal struct {
	Index int
	Fault *kernel.Fault
}

// taken refuses a code without saying whose it is: the account may be out of
// the viewer's sight.
func taken(code string) *kernel.Fault {
	return kernel.Refused("account.taken", "code", code).In("code")
}
