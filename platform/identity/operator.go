package identity

import "strings"

// atHand begins the login of whoever has the machine's command line.
const atHand = "cli:"

// Operator is whoever has the machine's command line, by the name the system
// knows him under; the audit shows who he was.
func (s *Service) Operator(name string) Viewer {
	only := []string{Local}
	return Viewer{User: User{Login: atHand + name}, reach: s.matrix.of(only), caps: s.matrix.capsOf(s.Caps, only)}
}

// Operates is the name under which the system knows whoever has the command
// line; nobody else has one.
func (v Viewer) Operates() string {
	name, _ := strings.CutPrefix(v.Login, atHand)
	if !v.ID.IsZero() || name == v.Login {
		return ""
	}
	return name
}
