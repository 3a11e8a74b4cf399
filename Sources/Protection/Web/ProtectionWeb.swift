// The pages of these procedures are those of the mechanism.
