// Package target decides what people, teams and product lines are to sell and collect in each fiscal month, and how far they are.
package target
