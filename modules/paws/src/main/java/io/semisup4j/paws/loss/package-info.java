/**
 * The losses of PAWS (Assran et al. 2021) and of SimCLR with contrastive supervision (Assran et al. 2020), as pure
 * functions of tensors. No nets, no data, no optimiser; who computes the embeddings is of no concern here.
 */
package io.semisup4j.paws.loss;
