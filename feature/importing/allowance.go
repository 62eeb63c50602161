package importing

import (
	"strings"

	"erba/analysis/clean"
)

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

// safe is a cell that no spreadsheet takes for a formula.
func safe(cell string) string {
	if s := clean.Text(cell); s != "" && strings.ContainsRune("=+-@", rune(s[0])) || strings.HasPrefix(cell, "\t") || strings.HasPrefix(cell, "\r") {
		return "'" + cell
	}
	return cell
}
