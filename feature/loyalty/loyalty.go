// Package loyalty decides on which rung of loyalty an account stands with a product, and what is wanted of it there.
package loyalty
