// Package permission decides how the matrix is told: who may do what, with
// which rows, in words.
package permission

// Row is one verb: what is done, and by whom.
type Row struct {
	Grant string `json:"grant" doc:"Such as account:read; the text permission.account_read says it in words"`
	Cells []Cell `json:"cells" doc:"In the order of the roles; who is left out may not"`
}

// Cell is one role under a verb.
type Cell struct {
	Role string `json:"role"`
	Rows string `json:"rows" doc:"Letters of the relations to a row: O owner, T team, S line, R region, F flagged for service, X shared, A all"`
}

// Letters are those of the relations, in their order.
const Letters = "OTSRFXA"

// Limit is how much one role may take along and bring in.
type Limit struct {
	Role   string `json:"role"`
	Export *Cap   `json:"export,omitempty" doc:"None: the role exports nothing"`
	Import *Cap   `json:"import,omitempty" doc:"None: the role imports nothing; otherwise with one file"`
}

// Cap is a number of rows.
type Cap struct {
	Rows   int64 `json:"rows"   doc:"0: as many as there are"`
	Hours  int64 `json:"hours"  doc:"In which they add up; 0: at once"`
	Second bool  `json:"second" doc:"More than that if a second person agrees"`
}

// Table is the whole matrix.
type Table struct {
	Roles  []string `json:"roles"`
	Rows   []Row    `json:"rows"`
	Limits []Limit  `json:"limits" doc:"Of the roles that export or import"`
}

// cell is what a role may under a verb, "" for nothing.
func (r Row) cell(role string) string {
	for _, c := range r.Cells {
		if c.Role == role {
			return c.Rows
		}
	}
	return ""
}
