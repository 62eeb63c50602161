// Package pipeline decides how deals flow from step to step, where they are stuck, and which comes first tomorrow.
package pipeline
