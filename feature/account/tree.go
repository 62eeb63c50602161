package account

import "erba/kernel"

// Node is a company in its group.
type Node struct {
	ID        kernel.ID `json:"id"              db:"id" row:"account"`
	Parent    kernel.ID `json:"parent,omitzero" db:"parent_id" sees:"account:read"`
	Code      string    `json:"code"            db:"code"`
	Name      string    `json:"name"            db:"name"`
	Level     int       `json:"level"           db:"level" doc:"0 is the top of the group"`
	Sales     int64     `json:"sales_minor,omitzero" db:"-" may:"revenue:read" doc:"Of its own, in 12 months"`
	Group     int64     `json:"group_minor,omitzero" db:"-" may:"revenue:read" doc:"With all companies below it"`
	Companies int       `json:"companies"       db:"-" doc:"Itself and all below it"`
}

// rollUp adds to every node what stands below it. Parents come before their
// children, as a tree is read from the top.
func rollUp(nodes []Node) {
	at := make(map[kernel.ID]int, len(nodes))
	for i := range nodes {
		at[nodes[i].ID] = i
		nodes[i].Group, nodes[i].Companies = nodes[i].Sales, 1
	}
	for i := len(nodes) - 1; i >= 0; i-- {
		if above, ok := at[nodes[i].Parent]; ok && above < i {
			nodes[above].Group += nodes[i].Group
			nodes[above].Companies += nodes[i].Companies
		}
	}
}
