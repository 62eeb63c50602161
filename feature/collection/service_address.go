package collection

import "net/mail"

// address reports whether a text is the address of a mail box.
func address(text string) bool {
	a, err := mail.ParseAddress(text)
	return err == nil && a.Address == text
}
